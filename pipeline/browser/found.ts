/**
 * The headless shell is the small build that only prints and takes no window; the full one is a whole browser.
 * The shell starts about six times as fast.
 */
export type BrowserKind = 'headless-shell' | 'full'

/** Where a browser's path was learnt. */
export type BrowserSource = 'option' | 'environment' | 'puppeteer-cache' | 'system'

/** A browser that is on the disk; whether it starts is not known yet. */
export interface BrowserFound {
  readonly found: true
  /** The executable, as it was given or joined from where it was looked for. */
  readonly path: string
  readonly kind: BrowserKind
  readonly source: BrowserSource
}

/** No browser in any of the places. */
export interface BrowserMissing {
  readonly found: false
  /** Every path and folder that was looked at, in order. */
  readonly tried: readonly string[]
}

/** The kind that a path's last part names: `chrome-headless-shell`, `chromium-headless-shell`, `headless_shell`. */
export function browserKind(path: string): BrowserKind {
  const name = path.split(/[\\/]/).at(-1) ?? path
  return /headless[-_]shell/i.test(name) ? 'headless-shell' : 'full'
}
