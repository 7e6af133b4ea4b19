/** `1 error`, `2 errors`. */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** Bytes as the limits of mail are given: with commas. */
export const inBytes = (bytes: number): string => `${bytes.toLocaleString('en')} bytes`

/** Formats by the names people have for them. */
export const formatNames = { email: 'Email', pdf: 'PDF', epub: 'EPUB', web: 'Web page' } as const
