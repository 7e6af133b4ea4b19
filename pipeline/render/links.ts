import type { EditionLinks } from '../../templates/rendering.js'
import type { Format, Issue, Publication } from '../article.js'
import type { ImageAsset } from '../assets/assets.js'

/**
 * Where an issue's other editions will be found: under the publication's address, or nowhere. The web page lies beside
 * its downloads and needs no address for them.
 *
 * @param formats the formats that are published, whose editions may be linked to
 */
export function linksFor(
  format: Format,
  issue: Issue,
  publication: Publication,
  formats: readonly Format[],
): EditionLinks {
  const folder = publication.url ? new URL(`${issue.slug}/`, withSlash(publication.url)).href : undefined
  const edition = (wanted: Format, file: string) =>
    formats.includes(wanted) && wanted !== format
      ? format === 'web'
        ? file
        : folder && folder + file
      : undefined
  const web = formats.includes('web') && format !== 'web' ? folder : undefined
  const pdf = edition('pdf', `${issue.slug}.pdf`)
  const epub = edition('epub', `${issue.slug}.epub`)
  const { unsubscribe } = publication.email
  return {
    ...(web ? { web } : {}),
    ...(pdf ? { pdf } : {}),
    ...(epub ? { epub } : {}),
    ...(unsubscribe ? { unsubscribe } : {}),
    image: imageAddress(format, hostsPictures(publication) ? folder : undefined),
  }
}

/** Whether a mail's pictures are loaded from under the publication's address; else they travel inside it. */
export const hostsPictures = ({ url, email }: Publication): boolean =>
  url !== undefined && email.images !== 'embedded'

/** A mail needs a full address for its pictures; the PDF's are on its virtual origin; the others lie beside the file. */
function imageAddress(format: Format, folder: string | undefined): (asset: ImageAsset) => string {
  if (format === 'email' && folder) return asset => folder + asset.path
  return format === 'pdf' ? asset => `/${asset.path}` : asset => asset.path
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)
