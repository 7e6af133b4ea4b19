import { z } from 'zod'
import type { EmailParts } from '../../render/email/parts.js'
import { PartsRefused } from './parts-refused.js'

/** Many times what an issue has whose text a mail client shows whole. */
const mostBytes = 32 * 1024 * 1024

const slot = z.strictObject({
  name: z.string().min(1),
  default: z.string().optional(),
  context: z.enum(['html', 'attribute', 'url', 'href', 'address', 'text', 'header']),
})
const pieces = z.array(z.union([z.string(), slot]))

/** Any other header is ours to write, and none may be written twice. */
const headerNames = [
  'From',
  'Content-Language',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
] as const

const headerText = z.string().regex(/^[\u0020-\u007E]*$/, { error: 'expected ASCII on one line' })
/** What is filled in a header comes after it was encoded, so it must be ASCII whatever a reader is called. */
const headerSlot = slot.extend({ context: z.enum(['address', 'url']) })

const partsSchema = z.strictObject({
  version: z.literal(1),
  subject: pieces,
  headers: z
    .array(z.strictObject({ name: z.enum(headerNames), value: z.array(z.union([headerText, headerSlot])) }))
    .refine(headers => new Set(headers.map(({ name }) => name)).size === headers.length, {
      error: 'expected each header once',
    }),
  text: pieces,
  html: pieces,
  images: z.array(
    z.strictObject({
      path: z.string().regex(/^(?:[\w.-]+\/)*[\w.-]+$/),
      type: z.string().regex(/^image\/[\w.+-]+$/),
      cid: z.string().regex(/^[^\s<>\u007F-\uFFFF]+$/),
    }),
  ),
  countsLinks: z.literal(true).optional(),
})

/**
 * `email.parts.json`, read.
 *
 * @throws PartsRefused where it is not what a build writes
 */
export function readParts(bytes: Uint8Array): EmailParts {
  if (bytes.byteLength > mostBytes)
    throw new PartsRefused(
      `email.parts.json has ${bytes.byteLength} bytes, expected ${mostBytes} at most. Send the issue in parts.`,
    )
  const { data, error } = partsSchema.safeParse(json(bytes))
  if (data) return data
  const [issue] = error.issues
  const place = issue?.path.join('.') || 'the file'
  throw new PartsRefused(
    `email.parts.json is not what this version of Trifold writes: ${place}: ${issue?.message}. Build the issue again.`,
  )
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new PartsRefused('email.parts.json is no JSON. Build the issue again.')
  }
}
