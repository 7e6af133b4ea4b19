import type { Printer } from '../bind/pdf/bind.js'

/** A printer, and when it is first given something to print: never, where nobody prints. */
export interface WatchedPrinter {
  readonly printer: () => Promise<Printer>
  readonly begun: Promise<void>
}

/** Watches a printer, for who would keep the thread busy while a page prints, and not before. */
export function printBegun(printer: () => Promise<Printer>): WatchedPrinter {
  let begin = () => {}
  const begun = new Promise<void>(resolve => {
    begin = resolve
  })
  return {
    begun,
    async printer() {
      const given = await printer()
      return {
        ...given,
        print(...asked) {
          const printed = given.print(...asked)
          begin()
          return printed
        },
      }
    },
  }
}
