/** Characters that show nothing: soft hyphens, zero-width spaces, joiners and marks, direction controls, fillers. */
const invisible = /(?!\p{Variation_Selector}|\p{Join_Control})\p{Default_Ignorable_Code_Point}/gu
/** A joiner or non-joiner that does no work: none between two letters or parts of an emoji. */
const idleJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu

/**
 * A text without characters that show nothing, which plain-text readers and screen readers stumble over. Joiners stay
 * where Persian, Indic scripts or emoji need them.
 */
export const visible = (text: string): string => text.replace(invisible, '').replace(idleJoiner, '')
