type Child = Node | string | undefined | false

/** Attributes by name, and what is done at events with `on` before; nothing for those that are undefined or false. */
type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | undefined>>

/** Makes an element. Text is text: nothing an article says becomes markup here. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(key.replace(/^on/, ''), value)
    else element.setAttribute(key, value === true ? '' : String(value))
  }
  for (const child of children) if (child) element.append(child)
  return element
}

/** Puts these in place of what an element holds. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...children.filter(child => child !== undefined && child !== false))
}
