/**
 * What nodemailer's `createTransport` gives, or anything with its `sendMail`. It has to send the message as it is (`raw`),
 * as nodemailer's own transports and Amazon SES do: what takes it apart drops its signature and its headers.
 */
export interface Transporter {
  sendMail(message: {
    readonly envelope: { readonly from: string; readonly to: string[] }
    readonly raw: Buffer
  }): Promise<unknown>
  /** Tries it; rejects where it cannot send. nodemailer's answer `false` at once where there is nothing to try. */
  verify?(): unknown
}
