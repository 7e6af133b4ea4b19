import type { ElementContent } from 'hast'
import type { FormatAccount, IssueAccount, Picture } from './account.js'
import { counted, formatNames, inBytes } from './counted.js'

/** An issue: what became of each format, and what it looks like. */
export function issueSection(issue: IssueAccount, index: number): ElementContent {
  const { title, file, isDraft, formats, pictures, withoutPictures } = issue
  const id = `issue-${index + 1}`
  return (
    <section className="issue" ariaLabelledBy={id}>
      <h2 id={id}>
        <bdi>{title}</bdi>
      </h2>
      <p className="from">
        <bdi>{file}</bdi>
        {isDraft ? ', a draft: left out' : undefined}
      </p>
      {formats.length > 0 ? formatTable(formats, title) : undefined}
      {formats.flatMap(({ format }) => gallery(format, pictures, title))}
      {withoutPictures.map(reason => (
        <p className="note">{reason}</p>
      ))}
    </section>
  )
}

const formatTable = (formats: readonly FormatAccount[], title: string): ElementContent => (
  <div className="scroll" role="region" ariaLabel={`Formats of ${title}`} tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">Format</th>
          <th scope="col">State</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {formats.map(row => (
          <tr>
            <th scope="row">{formatNames[row.format]}</th>
            <td className={row.isBuilt ? 'good' : 'bad'}>{row.isBuilt ? 'Built' : 'Stopped'}</td>
            <td>{sizes(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

function sizes({ isBuilt, bytes, pages, counts }: FormatAccount): (ElementContent | string)[] {
  if (!isBuilt && counts.length === 0) return ['–']
  const all = [...(pages === undefined ? [] : [counted(pages, 'page')]), inBytes(bytes)].join(', ')
  return [
    isBuilt ? all : '',
    ...(counts.length > 0
      ? [
          <ul className="counts">
            {counts.map(({ name, bytes: counted, most }) => (
              <li className={counted > most ? 'bad' : undefined}>
                {`${inBytes(counted)} of HTML ${name}: ${Math.round((counted / most) * 100)} % of what Gmail shows`}
              </li>
            ))}
          </ul>,
        ]
      : []),
  ]
}

function gallery(
  format: FormatAccount['format'],
  pictures: readonly Picture[],
  title: string,
): ElementContent[] {
  const own = pictures.filter(picture => picture.format === format)
  if (own.length === 0) return []
  return [
    <h3>{formatNames[format]}</h3>,
    <div className={`pictures ${format}`}>
      {own.map(({ label, src, width, height, isCut }) => (
        <figure>
          <img src={src} width={width} height={height} alt={`${formatNames[format]} of ${title}. ${label}`} />
          <figcaption>{isCut ? `${label}; it goes on` : label}</figcaption>
        </figure>
      ))}
    </div>,
  ]
}
