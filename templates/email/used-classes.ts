import type { ElementContent } from 'hast'
import type { MjmlNode } from '../jsx/mjml/jsx-runtime.js'
import { classNames } from './class-names.js'

/** Classes that the shell of every email has. */
const shell = [classNames.ground, classNames.sheet, classNames.text, classNames.footer]

/** The class names that stand in an email, so that its style sheet can leave out the rest. */
export function usedClasses(nodes: readonly (MjmlNode | ElementContent)[]): ReadonlySet<string> {
  const used = new Set<string>(shell)
  const gather = (node: MjmlNode | ElementContent): void => {
    if (node.type !== 'element') return
    const names = 'name' in node ? node.attributes['css-class'] : node.properties.className
    for (const name of [names].flat()) for (const one of String(name ?? '').split(' ')) if (one) used.add(one)
    for (const child of node.children as readonly (MjmlNode | ElementContent)[]) gather(child)
  }
  for (const node of nodes) gather(node)
  return used
}
