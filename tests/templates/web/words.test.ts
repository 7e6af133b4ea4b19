import { expect, test } from 'vitest'
import { webWords } from '../../../templates/web-words.js'

test.each(Object.entries(webWords))(
  'the words in %s name the page that is a link, and the limits of what it takes',
  (_, words) => {
    expect(words.kindle.split('Send to Kindle')).toHaveLength(2)
    expect(words.kindle).toMatch(/50\D.*200/)
    expect(words.kobo).toMatch(/USB.*EPUB/)
    expect(Object.values(words).filter(said => said.trim() !== said || said === '')).toEqual([])
  },
)
