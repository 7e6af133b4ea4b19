/** Characters that show nothing: soft hyphens, zero-width spaces, joiners and marks, direction controls, fillers. */
const invisible =
  /\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu
/** A joiner or non-joiner that does no work: none between two letters or parts of an emoji. */
const idleJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu

/**
 * A text without characters that show nothing, which plain-text readers and screen readers stumble over. Joiners stay
 * where Persian, Indic scripts or emoji need them.
 */
export const visible = (text: string): string => text.replace(invisible, '').replace(idleJoiner, '')
