import { describe, expect, it } from 'vitest'
import { writeReport } from '../../../pipeline/report/write-reports.js'
import { WriteFailed } from '../../../pipeline/write/write.js'
import { pageFaults } from '../../support/page-faults.js'
import { type Checked, checkedPublication } from './checked-publication.js'

const front = '---\ntitle: The mill <script>alert(1)</script>\ndate: 2026-03-20\n---\n\n'
const text = `${front}# Shifted

Words, and [a link](#gone) to "><img src=x onerror=alert(2)> nowhere, \`</code>\`.

<!-- trifold-ignore image-missing: it comes </p><script>alert(3)</script> later -->

![A mill](gone.png)

![A mill](gone-too.png)
`

async function reportOf({ world, ...run }: Checked): Promise<string> {
  await writeReport('/out/report.html', run, world)
  return new TextDecoder().decode(world.files.all().get('/out/report.html'))
}

describe('the report', () => {
  it('says what was found, in its line, with the rule', async () => {
    const html = await reportOf(await checkedPublication({ 'the-mill.md': text }))
    expect(html).toContain('4\u00A0warnings')
    expect(html).toContain('<bdi>content/the-mill.md</bdi>')
    expect(html).toMatch(/<a class="rule" href="#rule-link-broken">link-broken<\/a>/)
    expect(html).toMatch(/<dt id="rule-link-broken">.*?docs\/rules\.md#link-broken/)
    expect(html).toContain('Words, and <mark>[a link](#gone)</mark> to ')
  })

  it('folds decisions, and what is silenced, with the reason', async () => {
    const html = await reportOf(await checkedPublication({ 'the-mill.md': text }))
    const folded = [...html.matchAll(/<details>.*?<\/details>/gs)].map(([whole]) => whole)
    expect(folded.find(each => each.includes('heading-shifted'))).toContain('decision')
    expect(folded.find(each => each.includes('image-missing'))).toContain('it comes &#x3C;/p>')
    expect(html).toContain('1 silenced')
  })

  it('shows whatever an article says as words', async () => {
    const html = await reportOf(await checkedPublication({ 'the-mill.md': text }))
    expect(html).not.toMatch(/<script|<img src="?x|onerror=alert\(2\)>\s*nowhere<|<\/code><\/code>/)
    expect(html).toContain('The mill &#x3C;script>')
    expect(html).not.toMatch(/\b(?:src|href)="(?!data:|#)/)
  })

  it('is sound HTML, with nothing found and with much', async () => {
    const sound = `---\ntitle: B\ndate: 2026-03-20\n---\n\nWords.\n`
    const draft = '---\ntitle: C\ndraft: true\n---\n\nWords.\n'
    for (const articles of [{ 'b.md': sound }, { 'a.md': text, 'b.md': sound, 'c.md': draft }])
      expect(await pageFaults(await reportOf(await checkedPublication(articles)))).toEqual([])
  })

  it('says what stopped, and what the formats weigh', async () => {
    const config =
      'name: Slack Water\nlang: en\nformats: [email, epub, web]\nepub: { cover: none }\ncheck: { rules: { postal-address: info, preheader-missing: error } }\n'
    const html = await reportOf(await checkedPublication({ 'the-mill.md': text }, { config }))
    expect(html).toMatch(/<td><span class="bad">Stopped<\/span><\/td><td>\d+\u00A0kB<\/td>/)
    expect(html).toMatch(/bytes of HTML as quoted-printable: \d+ % of what Gmail shows/)
    expect(html).toContain('<h2 id="left-out">Not looked at</h2>')
  })

  it('says that there is no browser, or no poppler, where it wants pictures', async () => {
    const checked = await checkedPublication({ 'the-mill.md': text })
    expect(await reportOf(checked)).toContain('No pictures of what a browser draws: There is no browser')
    const [issue] = checked.issues
    const pdf = {
      format: 'pdf',
      files: [{ path: 'a.pdf', bytes: new Uint8Array() }],
      messages: [],
      sizes: {},
    }
    const issues = issue ? [{ ...issue, kept: { renditions: [pdf] } }] : []
    // The rendition is made up: to print one takes a browser.
    expect(await reportOf({ ...checked, issues: issues as Checked['issues'] })).toContain(
      'pdftoppm is not there',
    )
  })

  it('is the same for the same findings, and tells where it cannot be written', async () => {
    const checked = await checkedPublication({ 'the-mill.md': text })
    expect(await reportOf(checked)).toBe(await reportOf(await checkedPublication({ 'the-mill.md': text })))
    const files = { ...checked.world.files, write: () => Promise.reject(new Error('full')) }
    await expect(writeReport('/out/other.html', checked, { ...checked.world, files })).rejects.toThrow(
      WriteFailed,
    )
  })
})
