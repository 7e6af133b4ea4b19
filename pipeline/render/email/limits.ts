/** Bytes over which Gmail clips a message (102 KiB; see `EmailSizes` for what is known of it). */
export const limit = 102_400
/** Bytes at which to warn: what a sending service adds has still room. */
export const close = 90_000
/** Bytes that a cut leaves below the limit: for what a service adds on its way, and for values longer than their tags. */
export const room = 2_000
