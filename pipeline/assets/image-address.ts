/** What an address of a picture turns out to be. */
export type ImageAddress =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** Relative paths that it may mean, the likeliest first. */
  | { readonly kind: 'file'; readonly paths: readonly [string, ...string[]] }
  | { readonly kind: 'remote'; readonly url: string }
  /** It leads out of the content folder by its form alone. */
  | { readonly kind: 'outside'; readonly why: string }
  /** Nothing can be read from it. */
  | { readonly kind: 'unreadable'; readonly why: string }

/** Base64 characters of a `data:` address that are decoded: about 15 MB of picture. */
const longestData = 20_000_000

/**
 * Reads the address of a picture without looking at any disk. Addresses are URLs (RFC 3986): percent signs are
 * decoded, a query or fragment is taken off. People also write plain file names, so a name with `?`, `#` or `%` in it
 * is thought of as well, and backslashes as Windows writes them.
 */
export function readAddress(src: string): ImageAddress {
  const address = src.trim()
  if (/^data:/i.test(address)) return decodeData(address)
  if (/^(?:https?|ftp):/i.test(address) || address.startsWith('//')) return { kind: 'remote', url: address }
  if (address === '') return { kind: 'unreadable', why: 'The address is empty' }

  const plain = address.replace(/[?#].*$/s, '')
  const paths = [decode(plain), decode(address), address].filter(path => path !== '')
  const outside = paths.map(whyOutside).find(why => why !== undefined)
  if (outside) return { kind: 'outside', why: outside }
  if (paths.some(path => path.includes('\0')))
    return { kind: 'unreadable', why: 'The address holds a NUL character' }

  const slashed = paths.map(path => path.replaceAll('\\', '/'))
  // macOS writes letters and their accents apart, editors together.
  const all = [...paths, ...slashed].flatMap(path => [path, path.normalize('NFC'), path.normalize('NFD')])
  const [first = address, ...rest] = new Set(all)
  return { kind: 'file', paths: [first, ...rest] }
}

function whyOutside(path: string): string | undefined {
  if (/^[a-z]:/i.test(path)) return 'it names a drive'
  if (/^[a-z][a-z0-9+.-]+:/i.test(path))
    return 'it is an address of another kind than a file beside the article'
  if (/^\\\\|^\/\//.test(path)) return 'it names another machine'
  if (/^[\\/]/.test(path)) return 'it is an absolute path; write it relative to the article'
  return undefined
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A percent sign that is only that.
    return path
  }
}

/** RFC 2397. What the bytes are is for the decoder to find out: the media type is not trusted. */
function decodeData(address: string): ImageAddress {
  if (address.length > longestData)
    return { kind: 'unreadable', why: 'The picture in the address is too long; save it as a file' }
  const comma = address.indexOf(',')
  if (comma < 0 || !/^data:image\//i.test(address))
    return { kind: 'unreadable', why: 'The address is not one of a picture' }
  const body = decode(address.slice(comma + 1))
  const isBase64 = /;\s*base64\s*$/i.test(address.slice(0, comma))
  const bytes = isBase64 ? Buffer.from(body, 'base64') : Buffer.from(body, 'utf8')
  return { kind: 'data', bytes: Uint8Array.from(bytes) }
}
