import { z } from 'zod'

const address = z.url()
/** RFC 3339 with a zone, as the version asks. */
const moment = z.iso.datetime({ offset: true })
const author = z
  .strictObject({ name: z.string().min(1).optional(), url: address.optional(), avatar: address.optional() })
  .refine(({ name, url, avatar }) => name ?? url ?? avatar, 'an author has at least one of the three')

const item = z
  .strictObject({
    id: z.string().min(1),
    url: address.optional(),
    external_url: address.optional(),
    title: z.string().min(1).optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: address.optional(),
    banner_image: address.optional(),
    date_published: moment.optional(),
    date_modified: moment.optional(),
    authors: z.array(author).min(1).optional(),
    tags: z.array(z.string()).optional(),
    language: z.string().optional(),
    attachments: z
      .array(
        z.strictObject({
          url: address,
          mime_type: z.string(),
          title: z.string().optional(),
          size_in_bytes: z.int().optional(),
          duration_in_seconds: z.number().optional(),
        }),
      )
      .optional(),
  })
  .refine(({ content_html, content_text }) => content_html ?? content_text, 'an item has its content')

const feed = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string().min(1),
    home_page_url: address.optional(),
    feed_url: address.optional(),
    description: z.string().optional(),
    user_comment: z.string().optional(),
    next_url: address.optional(),
    icon: address.optional(),
    favicon: address.optional(),
    authors: z.array(author).min(1).optional(),
    language: z.string().optional(),
    expired: z.boolean().optional(),
    hubs: z.array(z.strictObject({ type: z.string(), url: address })).optional(),
    items: z.array(item),
  })
  .refine(
    ({ items }) => new Set(items.map(({ id }) => id)).size === items.length,
    'an identifier is one item’s alone',
  )

/** What a JSON Feed breaks of version 1.1 (jsonfeed.org/version/1.1); a member that it does not know is a fault too. */
export function jsonFeedFaults(text: string): string[] {
  const { error } = feed.safeParse(JSON.parse(text))
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}
