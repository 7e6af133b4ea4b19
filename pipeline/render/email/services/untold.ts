import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Issue } from '../../../article.js'
import type { Pieces } from '../../../bind/email/pieces.js'
import { readMergeTag } from '../../../merge-tag.js'
import { finding } from '../../../messages.js'
import { walk } from '../../../walk.js'
import { formOf, type ServiceForm } from './form.js'
import type { Service } from './service.js'

/** A message for each name of a tag that a service has no form for, at the first place where it stands. */
export function untold(pieces: Pieces, form: ServiceForm, issue: Issue, file: string): VFileMessage[] {
  const names = new Set(
    pieces.flatMap(piece =>
      typeof piece !== 'string' && formOf(piece, form) === undefined ? [piece.name] : [],
    ),
  )
  return [...names].map(name => {
    const found = placeOf(name, issue)
    const { title } = form.service
    const wayOut = takesFields(form.service) ? `, or give ${title}'s name of it under \`email.fields\`` : ''
    return finding(
      'merge-tag-service',
      `Unexpected merge tag \`${name}\`, which ${title} has no form for; its default stands${wayOut}`,
      found ? { file: found.file, place: found.position } : { file },
    )
  })
}

/** Whether a service fills any field at all. */
const takesFields = ({ fieldOf }: Service) => fieldOf('email') !== undefined

function placeOf(name: string, { articles }: Issue): { file: string; position: Position } | undefined {
  for (const { tree, file } of articles) {
    let found: Position | undefined
    walk(tree, node => {
      if (found) return
      const named = node.tagName === 'mergetag' && node.properties.name === name
      const parts = node.tagName === 'a' || node.tagName === 'button' ? node.properties.hrefParts : undefined
      if (named || parts?.some((part, index) => index % 2 === 1 && readMergeTag(part)?.name === name))
        found = node.position
    })
    if (found) return { file, position: found }
  }
  return undefined
}
