/** The addresses of a text, numbered in the order they come; one that comes again keeps its number. */
export class LinkList {
  readonly #numbers = new Map<string, number>()

  number(address: string): number {
    const known = this.#numbers.get(address)
    if (known !== undefined) return known
    const number = this.#numbers.size + 1
    this.#numbers.set(address, number)
    return number
  }

  /** "[1] https://..." for each. */
  lines(): string[] {
    return [...this.#numbers].map(([address, number]) => `[${number}] ${address}`)
  }
}
