/** Addresses that are written out in a text; what a split by it gives at odd places is one. */
export const addressIn = /(https?:\/\/\S+|www\.\S+)/

/** The parts of an address between which a line may end: behind what its parts end with. */
export const addressParts = (address: string): string[] => address.split(/(?<=[/?&=#_-])(?=[^/?&=#_-])/)

/** Code of fewer letters stays on its line. */
const shortCode = 12

/** The parts of code in a line: its words, and what is long behind a slash, a dot, an underscore and the like. */
export const codeParts = (code: string): string[] =>
  code
    .split(/(?<=\s)(?=\S)/)
    .flatMap(word =>
      word.length < shortCode ? [word] : word.split(/(?<=[\p{L}\p{N}][/._&:=,-]+)(?=[\p{L}\p{N}])/u),
    )
