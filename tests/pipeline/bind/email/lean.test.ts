import { describe, expect, it } from 'vitest'
import { compileMjml, type MjmlJson } from '../../../../pipeline/bind/email/mjml.js'

const column = (width?: string): MjmlJson => ({
  tagName: 'mj-column',
  attributes: width ? { width } : {},
  children: [{ tagName: 'mj-text', attributes: {}, content: 'tfleaf0x' }],
})
const compiled = (attributes: Record<string, string>, ...columns: MjmlJson[]) => {
  const section = { tagName: 'mj-section', attributes, children: columns }
  return compileMjml({
    tagName: 'mjml',
    attributes: {},
    children: [{ tagName: 'mj-body', attributes: {}, children: [section] }],
  })
}

describe("MJML's HTML made lean", () => {
  it('has nothing for readers that are gone', async () => {
    const html = await compiled({}, column())
    expect(html).not.toMatch(/X-UA-Compatible|mso 11|\| IE|#outlook|bicubic|<style type|style="[^"]*;"|\b0px/)
  })

  it('tells Outlook the width of the section, and nothing of a column that is alone', async () => {
    const html = await compiled({}, column())
    expect(html).toMatch(/<!--\[if mso\]><table [^>]*width="600"/)
    expect(html).not.toContain('mj-column')
    expect(html.match(/<!--\[if mso\]><table/g)).toHaveLength(1)
    expect(html.match(/\[if mso\]/g)?.length).toBe(html.match(/\[endif\]/g)?.length)
  })

  it('keeps which way the text of a column runs', async () => {
    const rightToLeft = { ...column(), attributes: { direction: 'rtl' } }
    expect(await compiled({ direction: 'rtl' }, rightToLeft)).toMatch(
      /<td style="direction:rtl;[^"]*"><table [^>]*style="text-align:left;direction:rtl"[^>]*><tbody><tr><td/,
    )
  })

  it('leaves columns that share a line as they were', async () => {
    const html = await compiled({}, column('50%'), column('50%'))
    expect(html).toContain('@media only screen and (min-width:480px){.mj-column-per-50{width:50%!important')
    expect(html.match(/vertical-align:top;width:300px/g)).toHaveLength(2)
  })

  it('keeps the namespace of VML where there is some', async () => {
    expect(await compiled({}, column())).not.toContain('xmlns:v')
    expect(await compiled({ 'background-url': 'tfleaf1x' }, column())).toContain(
      'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
  })
})
