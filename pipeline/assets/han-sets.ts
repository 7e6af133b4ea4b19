/** The fonts for Chinese characters, by the end of their packages' names, and the nation's own set of characters. */
const encodings = { sc: 'gbk', tc: 'big5', hk: 'big5', jp: 'euc-jp', kr: 'euc-kr' } as const

/** A font for the Chinese characters of a nation. */
export type HanFont = keyof typeof encodings

const sets = new Map<string, ReadonlySet<string>>()

/** The characters that an encoding of two bytes has (Encoding Standard, index gb18030, Big5, jis0208, EUC-KR). */
function charactersOf(encoding: string): ReadonlySet<string> {
  const known = sets.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const found = new Set<string>()
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const [character = ''] = decoder.decode(Uint8Array.of(lead, trail))
      if (character !== '\uFFFD') found.add(character)
    }
  }
  sets.set(encoding, found)
  return found
}

/**
 * The font that has a Chinese character: the one that is wanted, where the character is of that nation's set, or that of
 * another nation whose it is. 们 is in no Japanese font.
 */
export function hanFontOf(character: string, wanted: HanFont): HanFont {
  const has = (font: HanFont) => charactersOf(encodings[font]).has(character)
  return has(wanted) ? wanted : ((['sc', 'tc', 'jp', 'kr'] as const).find(has) ?? wanted)
}
