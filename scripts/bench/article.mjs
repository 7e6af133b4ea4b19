// @ts-check
/**
 * The article with a number after its title, so that each copy is an article of its own.
 *
 * @param {string} text Markdown with or without front matter
 * @param {number} number
 */
export function copyWithTitle(text, number) {
  const [, frontMatter] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text) ?? []
  if (frontMatter === undefined) return `---\ntitle: Copy ${number}\n---\n${text}`
  const line = /^title:[ \t]*(.*)$/m.exec(frontMatter)
  const title = line?.[1] ?? ''
  const quoted = /^(["'])(.*)\1\s*$/.exec(title)
  const numbered = quoted ? `${quoted[1]}${quoted[2]} ${number}${quoted[1]}` : `${title} ${number}`.trim()
  const own = line
    ? frontMatter.replace(line[0], () => `title: ${numbered}`)
    : `title: Copy ${number}\n${frontMatter}`
  // An address of its own too, where the front matter sets one.
  return text.replace(frontMatter, () => own.replace(/^slug:[ \t]*(.*)$/m, `slug: $1-${number}`))
}
