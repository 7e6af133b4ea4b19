/** The host that a card leads to, as readers know it; an address that has none comes back as it is. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, '') || url
  } catch {
    return url
  }
}
