/** The commonest short words of languages in Latin, Cyrillic and Devanagari script. */
const words: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was it for with as on be at by this had not are but from have they which you were',
  de: 'der die und das den ist nicht ein eine mit von sich auf dem des im für als auch es wird werden ich sie nach bei',
  fr: 'le les des et est une dans que qui pour pas sur au par avec ce il plus sont du aux cette mais nous',
  es: 'el los las que y una por con para del se no es su al lo como más pero sus este ha fue',
  it: 'il che di è per una con non del della sono gli dei nel alla si le più come ma anche questo',
  pt: 'que não uma os com para em do da dos das é se mais por ao foi mas como pelo são também',
  nl: 'het een van en dat is niet op te zijn voor met die aan er ook als maar door bij naar',
  sv: 'och att det är som på en inte för med av den till har ett om men var jag',
  da: 'og at det er på en ikke til med af den der for som har et men var jeg de',
  nb: 'og det er på en ikke til med av den for som har et men var jeg å fra ble',
  fi: 'ja on ei että se hän oli mutta ovat kun niin mitä myös ole kuin',
  pl: 'i w na nie się że z do jest to jak po o ale od przez co są być',
  cs: 'a se na je že v to s z do jsem ale jako by o za pro byl jsou',
  tr: 'bir ve bu da de için ile çok daha olarak ne gibi olan var',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada adalah juga',
  ru: 'и в не на что с он как это по но из у за от так для его',
  uk: 'і в не на що з як це та до за від але у його для є',
  hi: 'के में है की और से का को पर ने कि यह हैं भी इस',
  mr: 'आहे आणि या हे ते च्या मध्ये आहेत होते तो ती',
}
const sets = Object.entries(words).map(([lang, list]) => [lang, new Set(list.split(' '))] as const)
/** Languages that are told from one another by their words, BCP 47. */
export const languagesByWords: ReadonlySet<string> = new Set(Object.keys(words))
const word = /[\p{L}\p{M}]+/gu

/** Signs that are looked at. */
const sample = 20_000
const leastWords = 20
/** Of a text's words: prose of these languages has twice as many of the list. */
const leastShare = 0.12

/** The language of a text, BCP 47, where its script or its commonest words leave no doubt. */
export function languageOf(text: string): string | undefined {
  const piece = text.slice(0, sample)
  const count = (pattern: RegExp) => piece.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (letters < 40) return undefined
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.1) return 'ja'
  if (count(/\p{Script=Hangul}/gu) > letters * 0.5) return 'ko'
  if (count(/\p{Script=Han}/gu) > letters * 0.6) return 'zh'
  const alone = singles.find(([, script]) => count(script) > letters * 0.6)
  if (alone) return alone[0]
  if (count(/\p{Script=Arabic}/gu) > letters * 0.6) return ofArabicScript(letters, count)
  return byWords(piece, count(/\p{Script=Latin}/gu) > letters * 0.6 ? leastShare : leastShare / 2)
}

/** Letters that Urdu, Persian, and the languages that only share their script have beside those of Arabic. */
function ofArabicScript(letters: number, count: (pattern: RegExp) => number): string | undefined {
  const share = (pattern: RegExp) => count(pattern) / letters
  if (share(/[ڕڵێۆەټډړښۇۈۋ]/gu) > 0.01) return undefined
  if (share(/[ٹڈڑںے]/gu) > 0.01) return 'ur'
  if (share(/[پچژگ]/gu) > 0.01) return 'fa'
  return share(/[ةىأإ]/gu) > 0.01 ? 'ar' : undefined
}

/** Scripts that one language has to itself, but for small ones. */
const singles: readonly (readonly [string, RegExp])[] = [
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
]

function byWords(text: string, least: number): string | undefined {
  const found = text.toLowerCase().match(word) ?? []
  if (found.length < leastWords) return undefined
  const shares = sets
    .map(([lang, set]) => [lang, found.filter(each => set.has(each)).length / found.length] as const)
    .sort(([, a], [, b]) => b - a)
  const [best, second] = shares
  if (!best || best[1] < least) return undefined
  return second && second[1] * 1.3 > best[1] ? undefined : best[0]
}
