import { z } from 'zod'
import { defined } from '../parse/defined.js'
import { plainText } from '../parse/front-matter-values.js'
import { readIssn } from '../parse/standard-numbers.js'

const text = z.string().transform(value => plainText(value) || undefined)

const issn = z.string().transform((written, context): string => {
  const read = readIssn(plainText(written))
  if ('value' in read) return read.value
  context.addIssue({ code: 'custom', message: read.fault, input: written })
  return z.NEVER
})

/** What an EPUB may say it conforms to: the very words, or the addresses of version 1.0 (EPUB Accessibility 1.1, 4.2). */
const conformance = z.string().transform((written, context): string => {
  const said = plainText(written).replace(/\s+[-\u2010-\u2014]\s+/, ' - ')
  const form = /^EPUB Accessibility 1\.\d - WCAG 2\.[0-2] Level A{1,3}$/
  const address = /^http:\/\/www\.idpf\.org\/epub\/a11y\/accessibility-20170105\.html#wcag-a{1,3}$/
  if (form.test(said) || address.test(said)) return said
  const message = `expected "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", or another version or level, found "${written}"`
  context.addIssue({ code: 'custom', message, input: written })
  return z.NEVER
})

const report = z.string().transform((written, context): string => {
  const address = plainText(written)
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) return new URL(address).href
  const message = `expected an address such as https://example.org/report, found "${written}"`
  context.addIssue({ code: 'custom', message, input: written })
  return z.NEVER
})

/** The keys under `epub` of what is in the package, and what it says of the publication. */
export const epubMetadataKeys = {
  issn: issn.describe('The ISSN of the newsletter.').optional(),
  fonts: z
    .boolean()
    .describe("Whether the theme's typefaces are embedded. They are not by default: readers have their own.")
    .optional(),
  pageList: z
    .boolean()
    .describe(
      'Whether the EPUB has the pages of the PDF, which has to be built with it. It has not by default.',
    )
    .optional(),
  accessibility: z
    .strictObject({
      conformsTo: conformance
        .describe(
          'The standard that the publisher found the EPUBs to meet: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA".',
        )
        .optional(),
      certifiedBy: text.describe('Who evaluated them.').optional(),
      credential: text.describe('The credential or badge of who evaluated them.').optional(),
      report: report.describe('The address of the report of the evaluation.').optional(),
    })
    .superRefine(({ conformsTo, certifiedBy, credential, report: address }, context) => {
      const fault = (key: string, needs: string) =>
        context.addIssue({ code: 'custom', path: [key], message: `expected ${needs} beside it` })
      if (certifiedBy && !conformsTo) fault('certifiedBy', 'conformsTo')
      if (credential && !certifiedBy) fault('credential', 'certifiedBy')
      if (address && !certifiedBy) fault('report', 'certifiedBy')
    })
    .transform(defined)
    .describe('What the publisher asserts of accessibility, and who evaluated it; nothing by default.')
    .optional(),
}
