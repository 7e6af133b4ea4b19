import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a text is a secret, in a time that tells of neither its letters nor its length. */
export const isSecret = (secret: string): ((given: string) => boolean) => {
  const expected = digest(secret)
  return given => timingSafeEqual(digest(given), expected)
}

/** Of any text as many bytes. */
const digest = (text: string) => createHash('sha256').update(text).digest()
