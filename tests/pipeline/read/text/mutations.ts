import { seeded } from '../../../support/seeded.js'

const signs = ['•', '-', '*', '1.', '2.', 'a)', '>', '—', '#', '“', '”', ':', '。', '؟', '\u200B', '\u00A0']
const odd = [
  '\u00AD',
  '\u202E',
  '\u2066',
  '\uFEFF',
  '<b>',
  '&amp;',
  '[^1]',
  '{{ name }}',
  '\t',
  '\u3000',
  '🙂',
  'By',
  '3/4/2026',
]

/** A text as people and programs spoil one: lines gone, doubled, joined, divided, set in, with other signs. */
export function mutated(text: string, seed: number): string {
  const random = seeded(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  let lines = text.split(/\r?\n/)
  for (let count = 0; count < 12; count++) {
    const at = Math.floor(random() * lines.length)
    const line = lines[at] ?? ''
    const middle = Math.floor(random() * line.length)
    const changes: (() => string[])[] = [
      () => [],
      () => [line, line],
      () => ['', line],
      () => [line, ''],
      () => [`${one(signs)} ${line}`],
      () => [line + one(signs)],
      () => [`${' '.repeat(Math.floor(random() * 9))}${line}`],
      () => [line.slice(0, middle), line.slice(middle)],
      () => [`${line.slice(0, middle)}${one(odd)}${line.slice(middle)}`],
      () => [line.toUpperCase()],
      () => [line.replace(/[.!?:,;]+$/, '')],
      () => [lines.slice(at, at + 3).join(' ')],
    ]
    lines.splice(at, 1, ...one(changes)())
    if (random() < 0.05) lines = lines.filter(each => each.trim() !== '')
    if (random() < 0.05) lines = [...lines.slice(at), ...lines.slice(0, at)]
  }
  return lines.join(random() < 0.2 ? '\r\n' : '\n')
}
