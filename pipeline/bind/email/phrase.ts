/**
 * Bytes of UTF-8 that fit an encoded word. It may be 75 characters long (RFC 2047, 2), twelve of them its frame; the
 * first of a header shares a line of 76 with the header's name.
 */
const wordBytes = 39

/** The longest word that is written as it is: folding breaks at spaces only, and a line is to have at most 78 characters. */
const longestWord = 60

/**
 * A name as a header has it before an address: quoted (RFC 5322, 3.2.4), or as encoded words where it is not ASCII. The
 * address after it stays as it is, which nodemailer would encode with the name.
 */
export const phrase = (name: string): string =>
  isPlain(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name)

/** A text as the value of an unstructured header (RFC 5322, 2.2.1), a subject say. */
export const unstructured = (text: string): string => (isPlain(text) ? text : encodedWords(text))

/**
 * Whether a header can hold the text as it is. What looks like an encoded word would be read as one, in quotation marks
 * too, and could so be made to say something else than its letters.
 */
const isPlain = (text: string) =>
  /^[\u0020-\u007E]*$/.test(text) &&
  !text.includes('=?') &&
  text.split(' ').every(word => word.length <= longestWord)

function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > wordBytes) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map(each => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join(' ')
}
