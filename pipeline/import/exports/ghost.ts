import { z } from 'zod'
import { dayOf, type Export, ExportUnreadable, said } from './post.js'

const text = z.string().nullish()
const post = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: text,
  slug: text,
  html: text,
  feature_image: text,
  custom_excerpt: text,
  status: text,
  type: text,
  published_at: text,
  canonical_url: text,
})
const of = z.union([z.string(), z.number()]).transform(String)
const data = z.object({
  posts: z.array(post),
  posts_meta: z
    .array(z.object({ post_id: of, feature_image_alt: text, feature_image_caption: text }))
    .default([]),
  users: z.array(z.object({ id: of, name: text })).default([]),
  posts_authors: z.array(z.object({ post_id: of, author_id: of })).default([]),
  tags: z.array(z.object({ id: of, name: text, visibility: text })).default([]),
  posts_tags: z.array(z.object({ post_id: of, tag_id: of })).default([]),
})
const file = z.union([
  z.object({ db: z.array(z.object({ data })).min(1) }).transform(({ db }) => db[0]?.data),
  z.object({ data }).transform(inner => inner.data),
])

/** Where Ghost puts the address of the site into the text of its own export. */
const site = /__GHOST_URL__\/?/g

/**
 * Reads the JSON that Ghost exports (Settings, "Export your content"). Its pictures lie in the site's `content/images/`,
 * which is looked for beside the file.
 *
 * @throws ExportUnreadable
 */
export function readGhost(json: string): Export {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new ExportUnreadable(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const read = file.safeParse(value)
  if (!read.success || !read.data) throw new ExportUnreadable('it is JSON, and not that of a Ghost site')
  const { posts, posts_meta, users, posts_authors, tags, posts_tags } = read.data
  const names = new Map(users.map(({ id, name }) => [id, name ?? '']))
  const tagNames = new Map(
    tags.filter(tag => tag.visibility !== 'internal').map(({ id, name }) => [id, name ?? '']),
  )
  const left: { title: string; why: string }[] = []
  const kept = posts.flatMap(({ id, title, slug, html, ...rest }) => {
    const why =
      rest.type === 'page'
        ? 'is a page'
        : rest.status === 'draft'
          ? 'is a draft'
          : html
            ? undefined
            : 'has no text'
    if (why) {
      left.push({ title: title ?? slug ?? id, why })
      return []
    }
    const meta = posts_meta.find(({ post_id }) => post_id === id)
    const picture = rest.feature_image?.replace(site, '')
    return [
      {
        slug: slug ?? id,
        html: (html ?? '').replace(site, ''),
        keys: said({
          title,
          description: rest.custom_excerpt,
          date: dayOf(rest.published_at),
          authors: posts_authors
            .filter(({ post_id }) => post_id === id)
            .flatMap(({ author_id }) => names.get(author_id) || []),
          tags: posts_tags
            .filter(({ post_id }) => post_id === id)
            .flatMap(({ tag_id }) => tagNames.get(tag_id) || []),
          canonical_url: rest.canonical_url,
          cover:
            picture &&
            said({
              src: picture,
              alt: meta?.feature_image_alt ?? '',
              caption: plain(meta?.feature_image_caption),
            }),
        }),
      },
    ]
  })
  return { posts: kept, left }
}

/** A caption is HTML there. */
const plain = (html: string | null | undefined) => html?.replace(/<[^>]*>/g, '').trim()
