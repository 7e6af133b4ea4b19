/** Verbs that report what somebody said or wrote, in the forms that stand before a colon. */
const verbs =
  /\b(?:said|says|wrote|writes|noted|notes|observed|observes|stated|states|declared|declares|argued|argues|explained|explains|replied|replies|responded|responds|added|adds|concluded|concludes|announced|remarked|recalled|recalls|reads|put it|told|tells|testified|commented|warned|warns|insisted|asserted|asked|asks)\b|(?<!\p{L})(?:sagte|sagt|schrieb|schreibt|erklärte|erklärt|meinte|heißt es|antwortete|notierte|warnte|écrit|écrivait|écrivit|déclare|déclaré|explique|affirme|dijo|dice|escribió|escribe|declaró|afirmó|señaló|explicó|respondió|disse|escreveu|afirmou|detto|scritto|scrive|dichiara|сказал[аи]?|написал[аи]?|заявил[аи]?|пишет|говорит|отметил[аи]?|ف?قال(?:ت)?|ف?كتب(?:ت)?|وقال|وكتب|وأضاف|कहा|लिखा|बताया)(?!\p{L})|写道|說道?|说道?|表示|指出|寫道|回答|述べ|言った|書い/iu
/** Words that lead over to a list or an example and not to somebody's words. */
const listing =
  /\b(?:following|follows|these|those|things|reasons?|ways?|steps?|includ(?:e|es|ing)|options?|tips|examples?|points|questions|rules?|features|changes|such as|namely|for instance|for example|like this|below|command|conditions|kinds)\b|(?<!\p{L})(?:siguientes?|condiciones|ejemplos?|pasos|folgende[nrs]?|schritte|beispiele?|التالية|خطوات|निम्न|ये)(?!\p{L})|以下|如下|例如/iu
/** A sentence that names a text or speech, from which the next paragraph may be. */
const written =
  /^(?:writing|speaking)\s+(?:in|on|at|to|for|before|after|during)\b|^in (?:an?|his|her|their|its|the|one|another)\b[^.]{0,80}\b(?:letter|statement|speech|essay|article|op-ed|memo|e-?mail|post|blog|book|testimony|interview|address|report|ruling|judge?ment|opinion|paper|message|diary|memoir|column)\b/iu
const firstPerson =
  /(?<![\p{L}\p{M}'’])(?:I|I[’'](?:m|ve|d|ll)|we|We|[Ww]e[’'](?:re|ve|d|ll)|my|My|our|Our|ours|mine|[Mm]yself|[Oo]urselves|ich|Ich|wir|Wir|mein|meine[mnrs]?|unser|unsere[mnrs]?|Unsere?|yo|Yo|nosotr[oa]s|Nosotr[oa]s|mis?|Mis?|nuestr[oa]s?|Nuestr[oa]s?|je|Je|j[’']\p{L}+|J[’']\p{L}+|nous|Nous|nos|notre|mon|io|Io|noi|Noi|nostr[oaie]|eu|Eu|nós|nosso|nossa|я|Я|мы|Мы|наш\p{L}*|мой|моя|إنني|إننا|أنا|نحن|فنحن|ونحن|मैं|मैंने|हम|हमने|मेर[ाीे]|हमार[ाीे])(?![\p{L}\p{M}])|我们?|我們|私は?/u
/** How a narrator turns back to what was before, in first words of a paragraph. */
const narration =
  /^(?:but|yet|however|still|meanwhile|nonetheless|nevertheless|in contrast|by contrast|instead|despite|although|though|of course|indeed|this|that|these|those|such|it(?:’|')s|there (?:is|was|are))\b|^(?:pero|sin embargo|aber|doch|allerdings|dennoch|ولكن|لكن)(?!\p{L})|^(?:但|然而)/iu
const saidInside =
  /[,”"»，]\s*(?:he|she|they|\p{Lu}\p{L}+)\s+(?:said|says|told|added|wrote)\b|\b(?:he|she|they)\s+(?:said|added|wrote)\b|,\s*(?:sagte|dijo|contó|dit)\s/u
const quotedWords = /[“"„«][^”"“»]{0,2000}[”"“»]|‘[^’]{2,200}’/gu

/** Whether a sentence reports speech. */
export const reportsSpeech = (sentence: string): boolean => verbs.test(sentence)

/** Whether the reporting verb is the last thing but a few words before the colon: `she wrote in March:`. */
export const endsInVerb = (sentence: string): boolean =>
  verbs.test(
    sentence
      .trim()
      .split(/[\s,،]+/)
      .slice(-3)
      .join(' '),
  )

/** Whether a sentence leads over to a list. */
export const leadsToList = (sentence: string): boolean => listing.test(sentence)

/** Whether a paragraph's beginning names a text or a speech. */
export const namesText = (text: string): boolean => written.test(text.slice(0, 200))

/** Whether a text speaks in the first person outside of what it has in quotation marks. */
export const inFirstPerson = (text: string): boolean => firstPerson.test(text.replace(quotedWords, ' '))

/** Whether a paragraph opens as a narrator's. */
export const opensAsNarration = (text: string): boolean => narration.test(text.slice(0, 40))

/** Whether words say within a paragraph who is speaking, as a narrator would. */
export const attributesWithin = (text: string): boolean => saidInside.test(text)

/** Whether somebody put words in brackets into what another said: no notes, no `[sic]`, no links. */
export const hasEditorialBrackets = (text: string): boolean =>
  /\[(?!sic\]|citation|edit|x\])\p{L}[\p{L}\p{M} ,'’-]{1,60}\]/iu.test(text)
