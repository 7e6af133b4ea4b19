/** Bytes of UTF-8 that fit an encoded word: it may be 75 characters long (RFC 2047, 2), twelve of them its frame. */
const wordBytes = 45

/**
 * A name as a header has it before an address: quoted (RFC 5322, 3.2.4), or as encoded words where it is not ASCII. The
 * address after it stays as it is, which nodemailer would encode with the name.
 */
export function phrase(name: string): string {
  if (/^[\u0020-\u007E]*$/.test(name)) return `"${name.replace(/["\\]/g, '\\$&')}"`
  const words: string[] = []
  let word = ''
  for (const character of name) {
    if (Buffer.byteLength(word + character) > wordBytes) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map(text => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`).join(' ')
}
