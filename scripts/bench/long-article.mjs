// @ts-check
/**
 * An article's text so many times over, as one article: the notes of each time have names of their own.
 *
 * @param {string} text Markdown with or without front matter
 * @param {number} times
 */
export function repeated(text, times) {
  const [frontMatter = ''] = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(text) ?? []
  const body = text.slice(frontMatter.length).trim()
  const copies = Array.from({ length: times }, (_, index) =>
    index === 0 ? body : body.replaceAll(/\[\^([^\]\s]+)\]/g, `[^$1-${index + 1}]`),
  )
  return `${frontMatter}\n${copies.join('\n\n')}\n`
}
