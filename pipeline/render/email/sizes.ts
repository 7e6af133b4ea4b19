import * as quotedPrintable from 'nodemailer/lib/qp'

/**
 * An email's HTML, counted in three ways, in bytes.
 *
 * Nobody outside Google knows how Gmail counts. What has been tried: the limit holds for the source as it is sent, not
 * for what Gmail makes of it (https://github.com/hteumeuleu/email-bugs/issues/41); it was met at 102 KiB by most and at
 * 105 by one, and differs with the encoding (https://www.spamresource.com/2022/01/what-is-gmail-clipping-and-what-to-do.html);
 * and services that send count links as they rewrite them
 * (https://support.leanplum.com/hc/en-us/articles/4404312822420-Gmail-clipping-content-of-the-emails).
 */
export interface EmailSizes {
  /** As UTF-8. */
  readonly html: number
  /** In the transfer encoding that grows with what is not ASCII and with every `=` (RFC 2045, 6.7). */
  readonly quotedPrintable: number
  /** As UTF-8 with every web link replaced by a service's address for counting clicks. */
  readonly trackedLinks: number
}

/** Characters of the longest addresses that sending services put in place of a link. */
export const trackedLength = 400

/** Counts an email's HTML as it stands in the message. */
export const sizesOf = (html: string): EmailSizes => ({
  html: Buffer.byteLength(html),
  quotedPrintable: withCrlf(quotedPrintable.wrap(quotedPrintable.encode(html))).length,
  trackedLinks: Buffer.byteLength(withTrackedLinks(html)),
})

/** Lines of a message end in CRLF (RFC 5322, 2.3). */
const withCrlf = (text: string): string => text.replace(/\r?\n/g, '\r\n')

/** The counts as people call them. */
const names: Readonly<Record<keyof EmailSizes, string>> = {
  html: 'as UTF-8',
  quotedPrintable: 'as quoted-printable',
  trackedLinks: `with links of ${trackedLength} characters`,
}

/** The largest of the counts, which decides: whichever way Gmail counts, it counts no more. */
export function largestOf(sizes: EmailSizes) {
  const counts = ['html', 'quotedPrintable', 'trackedLinks'] as const
  const name = counts.reduce((largest, each) => (sizes[each] > sizes[largest] ? each : largest))
  return { name, bytes: sizes[name], counted: names[name] }
}

/** Links of the HTML that binding makes, whose attributes are all between double quotes. */
const link = /(<a\s(?:[^">]|"[^"]*")*?href=")https?:[^"]*/gi

const withTrackedLinks = (html: string): string => html.replace(link, `$1${'x'.repeat(trackedLength)}`)
