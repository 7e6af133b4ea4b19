/**
 * The shortest text that a test still fails for, found by taking out pieces, by halves and then smaller ones (ddmin;
 * Zeller and Hildebrandt, 2002).
 *
 * @param fails whether a text still shows the fault
 * @param tries how often it may be asked
 */
export async function shrink(
  text: string,
  fails: (text: string) => Promise<boolean>,
  tries = 300,
): Promise<string> {
  let kept = text
  let left = tries
  for (const unit of ['\n', '']) {
    let pieces = kept.split(unit)
    for (let size = Math.ceil(pieces.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
      for (let at = 0; at < pieces.length; ) {
        if (left-- <= 0) return kept
        const fewer = [...pieces.slice(0, at), ...pieces.slice(at + size)]
        if (await fails(fewer.join(unit))) {
          pieces = fewer
          kept = fewer.join(unit)
        } else at += size
      }
    }
  }
  return kept
}
