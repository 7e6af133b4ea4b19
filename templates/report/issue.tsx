import type { ElementContent } from 'hast'
import type { FormatAccount, IssueAccount, Picture } from './account.js'
import { counted, formatNames, inBytes } from './counted.js'

/** Where an issue is on the page. */
export const issueId = (index: number): string => `issue-${index + 1}`

/** An issue: what each format weighs and looks like. */
export function issueSection(issue: IssueAccount, index: number): ElementContent {
  const { title, file, formats, pictures, withoutPictures } = issue
  const id = issueId(index)
  return (
    <section className="issue" ariaLabelledBy={id}>
      <h2 id={id} dir="auto">
        {title}
      </h2>
      <p className="from">
        <bdi>{file}</bdi>
      </p>
      {formats.flatMap(format => [
        <h3>{formatNames[format.format]}</h3>,
        ...sizes(format),
        ...gallery(format.format, pictures, title),
      ])}
      {withoutPictures.map(reason => (
        <p className="note">{reason}</p>
      ))}
    </section>
  )
}

function sizes({ isBuilt, bytes, pages, counts }: FormatAccount): ElementContent[] {
  const all = [...(pages === undefined ? [] : [counted(pages, 'page')]), `${inBytes(bytes)} in all`]
  const said = counts.map(({ name, bytes: html, most }) => ({
    words: `${inBytes(html)} of HTML ${name}: ${Math.round((html / most) * 100)} % of what Gmail shows`,
    isOver: html > most,
  }))
  return [
    <p className={isBuilt ? 'state' : 'state bad'}>
      {isBuilt ? all.join(', ') : 'Stopped by an error: nothing was made'}
    </p>,
    ...(said.length > 0
      ? [
          <ul className="counts">
            {said.map(({ words, isOver }) => (
              <li className={isOver ? 'bad' : undefined}>{words}</li>
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
    <div className={`pictures ${format === 'email' || format === 'web' ? 'screens' : 'pages'}`}>
      {own.map(({ label, src, width, height, isCut }) => (
        <figure>
          <img src={src} width={width} height={height} alt={`${formatNames[format]} of ${title}. ${label}`} />
          <figcaption>{isCut ? `${label}; it goes on` : label}</figcaption>
        </figure>
      ))}
    </div>,
  ]
}
