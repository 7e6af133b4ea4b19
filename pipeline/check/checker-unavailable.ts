/** A check lacks a program or a package. The message tells a person what to do. */
export class CheckerUnavailable extends Error {
  override name = 'CheckerUnavailable'
}
