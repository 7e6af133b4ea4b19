/** The longest name, in characters: names of several people fit. */
const longest = 100

/**
 * A name as somebody gives it, its white space evened out; empty where none is given. Undefined for what is no name: a
 * field that anybody may fill in and that ends up in an email is not to carry an advertisement.
 */
export function readName(written: string): string | undefined {
  if (written.length > 10 * longest) return undefined
  const name = written.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const isOdd = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\uFFFD<>{}[\]@]/u.test(
    name.replace(/[\u200C\u200D]/g, ''),
  )
  const hasAddress = /:\/\/|\bwww\.|[\p{L}\d]{2}\.\p{L}{2}/iu.test(name)
  return [...name].length > longest || isOdd || hasAddress ? undefined : name
}
