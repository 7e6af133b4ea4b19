/** An email's parts cannot become messages. The message tells a person what to do. */
export class PartsRefused extends Error {
  override name = 'PartsRefused'
}
