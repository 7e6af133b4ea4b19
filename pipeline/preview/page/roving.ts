/**
 * Has one of several controls be reached by Tab, and the others from there by the arrow keys, Home and End (ARIA Authoring
 * Practices, "Keyboard Navigation Inside Components").
 *
 * @param items the controls, asked anew each time
 * @returns makes another control the one that Tab reaches
 */
export function roving(group: HTMLElement, items: () => readonly HTMLElement[]): (item: HTMLElement) => void {
  const reach = (item: HTMLElement) => {
    for (const each of items()) each.tabIndex = each === item ? 0 : -1
  }
  group.addEventListener('keydown', event => {
    const all = items()
    const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1
    const next = at < 0 ? undefined : nextOf(event.key, at, all.length)
    const item = next === undefined ? undefined : all[next]
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    reach(item)
    item.focus()
  })
  group.addEventListener('focusin', ({ target }) => {
    const item = items().find(each => each === target)
    if (item) reach(item)
  })
  const [first] = items()
  if (first) reach(first)
  return reach
}

function nextOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
