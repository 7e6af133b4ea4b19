const attribution =
  /courtesy of|(?:originally|first) (?:published|appeared|posted)|republished (?:from|under|with)|view (?:it )?in full|read the original|reprinted (?:from|with|by)|cross-?posted|publicad[oa] originalmente|se publicó originalmente|(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht)|erschien zuerst|publié à l[’']origine|initialement publié|نُ?شر(?:ت)? (?:هذا|هذه|المقال).{0,40}(?:أول|أصلا)|本文(?:首发|原载|转载)|(?:原载|首发|转载自)|मूल रूप से/iu
const before =
  /(?:courtesy of|(?:published|appeared|posted) (?:on|in|at|by)|(?:republished|reprinted) from|originalmente en|(?:erschienen|veröffentlicht) (?:in|bei|auf)|publié (?:dans|par|sur)|原载于|首发于|转载自)\s*[:：]?\s*["“«《]?/iu
const name =
  /^(?:[Tt]he\s+)?[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}'’&-]*(?:\s+(?:(?:of|the|and|for|&|de|del|la|las|los|der|des|und)\s+)*[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}'’&-]*)*/u
const lostLink =
  /view (?:it )?in full|read the (?:original|full)|\bhere\b\.?$|\baquí\b\.?$|lea el original|\bhier\b\.?$|lire l[’']original|阅读原文|اضغط هنا|هنا\.?$/iu
const disclosure =
  /do(?:es)? not work for, consult|disclosure|conflicts? of interest|receives? funding|has received (?:funding|a grant)|no relevant affiliations|views expressed|interessenkonflikt|conflictos? de inter[eé]s|conflits? d[’']intérêts|利益冲突/iu
const isAbout =
  /^\S+(?: \S+){1,4}? (?:is|was|has|have|teaches|holds|writes|lives|works|served|serves|edits|es|fue|trabaja|vive|ist|war|lebt|arbeitet|lehrt|est|vit|enseigne)\b/u
const license =
  /\bCC[ -]BY(?:-(?:NC|ND|SA))*(?: \d\.\d)?\b|Creative Commons(?: [\p{L}-]+){0,4}? licen[cs]e|licencia Creative Commons|Creative-Commons-Lizenz/iu

/** Whether a line says where the text was published before. */
export const isAttribution = (line: string): boolean => line.length <= 400 && attribution.test(line)

/** Who published the text before, by the line that says so. */
export function sourceOf(line: string): string | undefined {
  const found = before.exec(line)
  return found ? name.exec(line.slice(found.index + found[0].length))?.[0] : undefined
}

/** Whether a line speaks of a link that a paste does not have. */
export const losesLink = (line: string): boolean => lostLink.test(line) && !/https?:/i.test(line)

/** Whether a paragraph says what interests an author has. */
export const isDisclosure = (text: string): boolean => text.length <= 900 && disclosure.test(text)

/** Whether a sentence that begins with a name says who that is. */
export const tellsOfPerson = (text: string): boolean => text.length <= 600 && isAbout.test(text)

/** The licence as it is worded. */
export const licenseIn = (line: string): string | undefined => license.exec(line)?.[0]
