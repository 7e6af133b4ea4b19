import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readGhost } from '../../../pipeline/import/exports/ghost.js'
import { ExportUnreadable } from '../../../pipeline/import/exports/post.js'
import { readSubstack } from '../../../pipeline/import/exports/substack.js'
import { readWordPress } from '../../../pipeline/import/exports/wordpress.js'
import { unzip } from '../../../pipeline/read/zip.js'

const ghost = (posts: readonly object[], more: object = {}) =>
  JSON.stringify({ db: [{ meta: { version: '5.82.0' }, data: { posts, ...more } }] })

describe('an export of Ghost', () => {
  test('has its posts with authors, tags, dates and the picture, and says what is left out', () => {
    const { posts, left } = readGhost(
      ghost(
        [
          {
            id: '1',
            title: 'The mill',
            slug: 'the-mill',
            html: '<p>Words. <img src="__GHOST_URL__/content/images/wheel.png" alt="A wheel"></p>',
            feature_image: '__GHOST_URL__/content/images/mill.jpg',
            custom_excerpt: 'It grinds.',
            status: 'published',
            type: 'post',
            published_at: '2026-03-20T08:00:00.000Z',
          },
          { id: '2', title: 'Later', slug: 'later', html: '<p>x</p>', status: 'draft', type: 'post' },
          { id: '3', title: 'About', slug: 'about', html: '<p>x</p>', status: 'published', type: 'page' },
          { id: '4', title: 'Bare', slug: 'bare', html: null, status: 'published', type: 'post' },
        ],
        {
          posts_meta: [
            { post_id: '1', feature_image_alt: 'A mill', feature_image_caption: 'The <i>mill</i>' },
          ],
          users: [{ id: 'u', name: 'Ishbel Tarrant' }],
          posts_authors: [{ post_id: '1', author_id: 'u' }],
          tags: [
            { id: 't', name: 'Mills', visibility: 'public' },
            { id: 'i', name: '#hidden', visibility: 'internal' },
          ],
          posts_tags: [
            { post_id: '1', tag_id: 't' },
            { post_id: '1', tag_id: 'i' },
          ],
        },
      ),
    )
    expect(posts).toEqual([
      {
        slug: 'the-mill',
        html: '<p>Words. <img src="content/images/wheel.png" alt="A wheel"></p>',
        keys: {
          title: 'The mill',
          description: 'It grinds.',
          date: '2026-03-20',
          authors: ['Ishbel Tarrant'],
          tags: ['Mills'],
          cover: { src: 'content/images/mill.jpg', alt: 'A mill', caption: 'The mill' },
        },
      },
    ])
    expect(left).toEqual([
      { title: 'Later', why: 'is a draft' },
      { title: 'About', why: 'is a page' },
      { title: 'Bare', why: 'has no text' },
    ])
  })

  test.each(['', '{', '[]', '{"a": 1}', '{"db": []}'])('%j is none', json => {
    expect(() => readGhost(json)).toThrow(ExportUnreadable)
  })
})

describe('an export of Substack', () => {
  const csv =
    'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n' +
    '101.the-mill,2026-03-20T08:00:00.000Z,true,,,newsletter,everyone,"The mill, again","It ""grinds""",\n' +
    '102.later,,false,,,newsletter,everyone,Later,,\n103.gone,2026-01-01,true,,,newsletter,everyone,Gone,,\n'

  test('has its posts by its table, and says what is left out', () => {
    const files = unzip(
      zipSync({
        'posts.csv': strToU8(csv),
        'posts/101.the-mill.html': strToU8('<p>Words.</p>'),
        'posts/102.later.html': strToU8('<p>x</p>'),
      }),
    )
    expect(readSubstack(files)).toEqual({
      posts: [
        {
          slug: 'the-mill',
          html: '<p>Words.</p>',
          keys: { title: 'The mill, again', description: 'It "grinds"', date: '2026-03-20' },
        },
      ],
      left: [
        { title: 'Later', why: 'is a draft' },
        { title: 'Gone', why: 'has no text in the export' },
      ],
    })
  })

  test('is none without its table', () => {
    expect(() => readSubstack(new Map())).toThrow('no posts.csv')
  })
})

describe('an export of WordPress', () => {
  const item = (parts: string) => `<item>${parts}</item>`
  const wxr = (...items: string[]) =>
    `<?xml version="1.0"?><rss xmlns:content="c" xmlns:excerpt="e" xmlns:wp="w" xmlns:dc="d"><channel><wp:author><wp:author_login>ishbel</wp:author_login><wp:author_display_name><![CDATA[Ishbel Tarrant]]></wp:author_display_name></wp:author>${items.join('')}</channel></rss>`
  const post = (html: string, status = 'publish', type = 'post') =>
    item(
      `<title>The mill</title><dc:creator>ishbel</dc:creator><content:encoded><![CDATA[${html}]]></content:encoded><excerpt:encoded><![CDATA[It grinds.]]></excerpt:encoded><wp:post_id>7</wp:post_id><wp:post_date>2026-03-20 08:00:00</wp:post_date><wp:post_name>the-mill</wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type><category domain="post_tag">Mills</category><category domain="category">News</category><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>`,
    )
  const picture = item(
    '<wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://mill.example/a.jpg</wp:attachment_url>',
  )

  test('has its posts, with names, tags and the picture', () => {
    const { posts, left } = readWordPress(
      wxr(post('<p>Words.</p>'), post('x', 'draft'), post('x', 'publish', 'page'), picture),
    )
    expect(posts).toEqual([
      {
        slug: 'the-mill',
        html: '<p>Words.</p>',
        keys: {
          title: 'The mill',
          description: 'It grinds.',
          date: '2026-03-20',
          authors: 'Ishbel Tarrant',
          tags: ['Mills'],
          cover: { src: 'https://mill.example/a.jpg', alt: '' },
        },
      },
    ])
    expect(left.map(({ why }) => why)).toEqual(['is not published (draft)', 'is a page'])
  })

  test('has paragraphs where they are blank lines, captions that are shortcodes, and no comments of the editor', () => {
    const html = (text: string) => readWordPress(wxr(post(text))).posts[0]?.html
    expect(html('One\ntwo.\n\n<blockquote>Said.</blockquote>\n\nThree.')).toBe(
      '<p>One<br>\ntwo.</p>\n<blockquote>Said.</blockquote>\n<p>Three.</p>',
    )
    expect(html('[caption id="a" width="3"]<img src="a.png"> A wheel[/caption]')).toBe(
      '<figure><img src="a.png"><figcaption>A wheel</figcaption></figure>',
    )
    expect(html('<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph -->')).toBe('<p>One.</p>')
  })

  test.each(['', '<rss>', '<rss/>', 'words'])('%j is none', xml => {
    expect(() => readWordPress(xml)).toThrow(ExportUnreadable)
  })

  test('a file that multiplies by its entities is refused', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`
    expect(() => readWordPress(bomb + wxr(post('&c;')).replace('<?xml version="1.0"?>', ''))).not.toThrow(
      RangeError,
    )
  })
})
