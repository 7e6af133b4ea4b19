// @ts-check
/**
 * A page with the sections of another in place of its own of the same titles: what is measured at another time stays.
 *
 * @param {string} page Markdown
 * @param {string} made what stands before its first `## ` replaces that of the page, where there is any
 */
export function withSections(page, made) {
  const [start, ...sections] = split(page)
  const [madeStart, ...madeSections] = split(made)
  const titles = new Map(madeSections.map(section => [titleOf(section), section]))
  const kept = sections.map(section => titles.get(titleOf(section)) ?? section)
  const known = new Set(sections.map(titleOf))
  const added = madeSections.filter(section => !known.has(titleOf(section)))
  const parts = [madeStart || start || '', ...kept, ...added].map(part => part.trim())
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

/** @param {string} page */
const split = page => page.split(/^(?=## )/m).reduce(intoParts, /** @type {string[]} */ ([]))

/** The first part is what stands before every section, or empty. @param {string[]} parts @param {string} part */
function intoParts(parts, part) {
  if (parts.length === 0 && part.startsWith('## ')) return ['', part]
  return [...parts, part]
}

/** @param {string} section */
const titleOf = section => section.slice(0, section.indexOf('\n'))
