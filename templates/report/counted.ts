/** `1 error`, `2 errors`, on one line. */
export const counted = (count: number, word: string): string =>
  `${count}\u00A0${word}${count === 1 ? '' : 's'}`

/** Bytes as the limits of mail are given: with commas. */
export const inBytes = (bytes: number): string => `${bytes.toLocaleString('en')}\u00A0bytes`

/** Bytes at a glance. */
export const inKilobytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en')}\u00A0kB`

/** Formats by the names people have for them. */
export const formatNames = { email: 'Email', pdf: 'PDF', epub: 'EPUB', web: 'Web page' } as const
