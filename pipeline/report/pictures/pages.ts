import type { Picture } from '../../../templates/report/account.js'
import type { Rendition } from '../../render/rendition.js'
import type { World } from '../../world.js'

/** Pages of a PDF that are shown. */
const most = 4

/** Dots per inch: a page of A4 is 595 pixels wide. */
const resolution = 72

/** The first pages of a PDF, by poppler's pdftoppm; undefined where that is not there. */
export async function pages(
  { files, sizes }: Rendition,
  world: Pick<World, 'runProgram'>,
): Promise<Picture[] | undefined> {
  const pdf = files.find(({ path }) => path.endsWith('.pdf'))
  if (!pdf) return []
  const { default: sharp } = await import('sharp')
  const pictures: Picture[] = []
  const all = sizes.pages ?? 1
  for (let page = 1; page <= Math.min(all, most); page++) {
    const flags = ['-png', '-singlefile', '-r', resolution, '-f', page, '-l', page]
    const end = await world.runProgram({
      program: 'pdftoppm',
      args: [...flags.map(String), 'printed.pdf', 'page'],
      files: { 'printed.pdf': pdf.bytes },
      result: 'page.png',
    })
    if (!end) return undefined
    if (!end.result) return pictures
    const { data, info } = await sharp(end.result).webp({ quality: 80 }).toBuffer({ resolveWithObject: true })
    pictures.push({
      format: 'pdf',
      label: `Page ${page} of ${all}`,
      src: `data:image/webp;base64,${data.toString('base64')}`,
      width: info.width,
      height: info.height,
      isCut: false,
    })
  }
  return pictures
}
