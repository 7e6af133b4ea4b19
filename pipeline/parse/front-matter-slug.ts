/** A name that is safe for a file and a folder on every system, or why there is none. */
export type ReadSlug = { readonly slug: string } | { readonly fault: string }

/** Bytes of UTF-8. File systems allow 255; an extension and the name of a file being written stand beside it. */
const longest = 200
/** Names that Windows keeps for devices, with any extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

/**
 * Makes a name for an issue's folder and files: letters, digits, `-`, `_` and `.` of what is written, everything else
 * a hyphen. What would lead to another folder is refused, never repaired.
 */
export function readSlug(written: string): ReadSlug {
  const text = written.normalize('NFC').trim()
  if (/[/\\]/.test(text) || /^\.+$/.test(text))
    return { fault: `"${short(text)}" is a path; a slug is one name` }
  const slug = text.replace(/[^\p{L}\p{N}\p{M}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '')
  if (slug === '') return { fault: `"${short(text)}" has no letter or digit to make a file name of` }
  if (device.test(slug))
    return { fault: `"${slug}" is a name that Windows keeps for a device; choose another` }
  const bytes = Buffer.byteLength(slug)
  if (bytes > longest)
    return { fault: `the name is ${bytes} bytes long, and may be ${longest}; give a shorter slug` }
  return { slug }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}...` : text)
