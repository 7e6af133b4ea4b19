import type { ElementContent } from 'hast'
import type { Rendering } from '../rendering.js'
import { downloadName } from './download-name.js'
import { fileSize } from './file-size.js'

/** Amazon's page that takes files for a Kindle. */
const sendToKindle = { name: 'Send to Kindle', url: 'https://www.amazon.com/sendtokindle' }

/** The PDF and the EPUB with their sizes, and how the EPUB gets onto a device. */
export function downloads(rendering: Rendering): ElementContent[] {
  const { links, issue } = rendering
  const { bytes = {} } = links
  const editions = (
    [
      { name: 'PDF', extension: 'pdf', type: 'application/pdf' },
      { name: 'EPUB', extension: 'epub', type: 'application/epub+zip' },
    ] as const
  ).flatMap(edition => {
    const href = links[edition.extension]
    return href ? [{ ...edition, href, size: bytes[edition.extension] }] : []
  })
  if (editions.length === 0) return []
  return [
    <ul className="downloads">
      {editions.map(({ name, href, type, extension, size }) => (
        <li>
          <a href={href} type={type} download={downloadName(rendering, extension)}>
            {name}
            {size === undefined ? undefined : [' ', <bdi className="size">{fileSize(size, issue.lang)}</bdi>]}
          </a>
        </li>
      ))}
    </ul>,
    ...(links.epub ? [onDevices(rendering)] : []),
  ]
}

function onDevices({ words: { web } }: Rendering): ElementContent {
  const [before, ...after] = web.kindle.split(sendToKindle.name)
  const ways: [string, (ElementContent | string)[]][] = [
    ['Kindle', [before ?? '', <a href={sendToKindle.url}>{sendToKindle.name}</a>, ...after]],
    ['Kobo', [web.kobo]],
    [web.appleDevices, [web.apple]],
    [web.androidDevices, [web.android]],
  ]
  return (
    <details className="devices">
      <summary>{web.onDevices}</summary>
      <dl>{ways.flatMap(([device, way]) => [<dt>{device}</dt>, <dd>{way}</dd>])}</dl>
    </details>
  )
}
