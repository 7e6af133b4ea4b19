/** What went wrong, without what a log must not hold: names of mailboxes, and tokens. */
export const redacted = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/[^\s@<>"'(]+@/g, '…@')
    .replace(/\b1\.[\da-z]+\.[\da-z]+\.[\da-f]{25}/gi, '…')
    .replace(/[\s\p{C}]+/gu, ' ')
    .slice(0, 300)

/** An address of a mailbox that its owner knows again, and nobody else can write to: `h…@example.org`. */
export const masked = (email: string): string => email.replace(/^(.).*@/su, '$1…@')
