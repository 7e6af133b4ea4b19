/** What EPUBCheck's rules say of a book; ids are EPUBCheck's (www.w3.org/publishing/epubcheck/docs/messages). */
export interface EpubFinding {
  severity: 'error' | 'warning'
  /** As `RSC-005`. */
  id: string
  message: string
  /** The file inside the EPUB. */
  path?: string
  /** From 1. */
  line?: number
}

/**
 * Checks an EPUB in process, in the tenth of a second. Most of EPUBCheck's rules, without those of the schemas'
 * content models: the full check needs Java. The checker is loaded at the first call.
 */
export async function checkEpub(bytes: Uint8Array): Promise<readonly EpubFinding[]> {
  const { EpubCheck } = await import('@likecoin/epubcheck-ts')
  const { messages } = await EpubCheck.validate(bytes)
  return messages.flatMap(({ severity, id, message, location }): EpubFinding[] => {
    if (severity !== 'fatal' && severity !== 'error' && severity !== 'warning') return []
    return [
      {
        severity: severity === 'warning' ? 'warning' : 'error',
        id,
        message,
        ...(location?.path ? { path: location.path } : {}),
        ...(location?.line ? { line: location.line } : {}),
      },
    ]
  })
}
