const by =
  /^(?:(?:written|posted|published|reported|interview|story|text|words)\s+by|by|von|interview von|por|escrito por|entrevista de|par|propos recueillis par|di|door|av|af|от|автор|текст|بقلم|كتب(?:ت)?|تقرير|نویسنده|作者|文|撰文|记者|記者|लेखक|लेखिका|प्रस्तुति|संवाददाता)(?:\s*[:：／/]\s*|\s+)(?=\S)/iu
const byBehind = /\s+(?:द्वारा|की रिपोर्ट|著|報道|报道)$/u
const particle =
  /^(?:van|von|der|den|de|da|di|du|del|la|le|las|los|bin|ibn|al|el|ben|ter|y|e|dos|das|af|zu)$/u
const nameWord = /^(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|(?:\p{Lu}\.)+)$/u
const noName =
  /^(?:the|a|an|how|why|what|when|where|our|new|der|die|das|el|los|las|le|les|il|and|of|for|in)$/iu
const degree = /,? (?:PhD|MD|Jr\.?|Sr\.?|II|III)$/u
const institution =
  /universi|institut|college|school\b|centre|center\b|academy|society|foundation|council|ministry|museum|laborator|hochschule|akademie|stiftung|ministerium|instituto|facultad|fundación|centro|école|faculté|جامعة|معهد|مركز|كلية|大学|大學|学院|研究所|研究院|विश्वविद्यालय|संस्थान|महाविद्यालय|университет|институт/iu
const role =
  /\b(?:fellow|professor\w*|profesora?|lecturer|researcher|reader|dean|director\w*|editor|reporter|correspondent|columnist|journalist\w*|analyst|president\w*|chair|chief|officer|ph\.?d|candidate|associate|adviser|advisor|ambassador|author|founder|ceo|cto|manager|engineer|scientist|economist|librarian|writer|secretary|minister|investigadora?|periodista|escritora?|wissenschaftler\w*|dozent\w*|redakteur\w*|autor\w*|chercheur\w*)\b|أستاذ|باحث|كاتب|صحفي|محرر|教授|研究员|讲师|编辑|记者|प्रोफ़ेसर|शोधकर्ता|पत्रकार|संपादक/iu

/** The words of a byline before and after the name, as `By` and `द्वारा` are, taken off; undefined where there are none. */
export function withoutBy(line: string): string | undefined {
  if (line.length > 160) return undefined
  if (by.test(line)) return line.replace(by, '')
  return byBehind.test(line) ? line.replace(byBehind, '') : undefined
}

/** Whether a line could be the name of a person, by its capital letters. Never of a script that has none. */
export function isName(line: string): boolean {
  const words = line.replace(degree, '').trim().split(/\s+/)
  if (words.length < 2 || words.length > 5 || line.length > 60) return false
  if (!words.every(word => nameWord.test(word) || particle.test(word))) return false
  if (words.some(word => noName.test(word))) return false
  return words.filter(word => /^\p{Lu}/u.test(word)).length >= 2
}

/** Whether a line could be a name in a script without capital letters: one to four words and nothing else. */
export const isCaselessName = (line: string): boolean =>
  line.length <= 40 &&
  !/[\p{Lu}\p{Ll}\p{N}]/u.test(line) &&
  /^[\p{L}\p{M}·‌-]+(?: [\p{L}\p{M}·‌-]+){0,3}$/u.test(line)

/** Whether words name a place where somebody works. */
export const isInstitution = (words: string): boolean => institution.test(words)

/** Whether words say what somebody does, or where. */
export const isPosition = (words: string): boolean => institution.test(words) || role.test(words)

const at = /\s+(?:at|@|bei|beim|an der|am)\s+(?:the\s+|der\s+|dem\s+)?|\s+with\s+the\s+/iu

/** What somebody does and where, from a line that says both: `Visiting Fellow at the Institute, a University`. */
export function positionOf(line: string): { role?: string; affiliation?: string } {
  const [before = '', after] = line.split(at, 2)
  if (after !== undefined && !isInstitution(before)) {
    return { role: before.trim(), affiliation: line.slice(line.indexOf(after, before.length)).trim() }
  }
  const parts = line.split(/\s*[,،，、]\s*/u)
  const cut = parts.findIndex(isInstitution)
  if (cut < 0) return { role: line.trim() }
  if (cut === 0) return { affiliation: line.trim() }
  const place = parts[cut] ?? ''
  const start = line.indexOf(place)
  return { role: line.slice(0, start).replace(/[\s,،，、]+$/u, ''), affiliation: line.slice(start).trim() }
}
