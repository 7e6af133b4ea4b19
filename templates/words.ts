import { type WebWords, webWords } from './web-words.js'

/** What the interface says in an article's language. */
export interface Words {
  /** The language that they are in, BCP 47: English, where an article's own is not in the table. */
  readonly lang: string
  readonly by: string
  readonly and: string
  /** Before the names of who made an issue. */
  readonly editedBy: string
  readonly contents: string
  readonly notes: string
  readonly note: string
  readonly backToText: string
  readonly source: string
  /** Before the name of the publisher an article is taken from. */
  readonly republishedFrom: string
  readonly viewOriginal: string
  /** After the name of a publisher, whose counter of readers a page loads. */
  readonly countsPage: string
  /** The same of an email. */
  readonly countsEmail: string
  /** A sentence of an email whose links are counted. */
  readonly countsLinks: string
  readonly licence: string
  readonly disclosure: string
  readonly viewInBrowser: string
  readonly unsubscribe: string
  readonly continueReading: string
  /** Before the name of the publisher at whose address an article goes on. */
  readonly readFullOn: string
  /** Over the titles of an issue's articles. */
  readonly inThisIssue: string
  /** Over the titles of articles that an email had no room for. */
  readonly alsoInThisIssue: string
  readonly page: string
  /** Before a page's number in brackets, in a sentence. */
  readonly onPage: string
  readonly titlePage: string
  readonly cover: string
  readonly startOfText: string
  readonly landmarks: string
  readonly opensLink: string
  readonly code: string
  readonly formula: string
  readonly image: string
  readonly done: string
  readonly notDone: string
  readonly links: string
  /** Before the address that a QR code holds. */
  readonly qrCode: string
  readonly updated: string
  /** Before the date on which an article was last corrected. */
  readonly corrected: string
  /** Before the date of a correction, whose text follows. */
  readonly correctionOf: string
  readonly corrections: string
  readonly accessibility: string
  /** Sentences of the accessibility summary, each said where it is so. */
  readonly accessible: Readonly<
    Record<'described' | 'undescribed' | 'noPictures' | 'formulas' | 'pages' | 'moving', string>
  >
  readonly callouts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>
  /** Of the web edition alone. */
  readonly web: WebWords
}

const english: Words = {
  lang: 'en',
  by: 'By',
  and: 'and',
  editedBy: 'Edited by',
  contents: 'Contents',
  notes: 'Notes',
  note: 'note',
  backToText: 'Back to the text',
  source: 'Source',
  republishedFrom: 'Republished from',
  viewOriginal: 'Read the original',
  countsPage: 'counts how often this page is opened.',
  countsEmail: 'counts how often this email is opened, by a picture that is loaded from its site.',
  countsLinks: 'How often each link in this email is followed is counted: in all, not by person.',
  licence: 'Licence',
  disclosure: 'Disclosure',
  viewInBrowser: 'View in browser',
  unsubscribe: 'Unsubscribe',
  continueReading: 'Continue reading',
  readFullOn: 'Read the full article on',
  inThisIssue: 'In this issue',
  alsoInThisIssue: 'Also in this issue',
  page: 'Page',
  onPage: 'page',
  titlePage: 'Title page',
  cover: 'Cover',
  startOfText: 'Start of the text',
  landmarks: 'Landmarks',
  opensLink: 'Link',
  code: 'Code',
  formula: 'Formula',
  image: 'Image',
  done: 'done',
  notDone: 'to do',
  links: 'Links',
  qrCode: 'QR code',
  updated: 'Updated',
  corrected: 'Corrected',
  correctionOf: 'Correction,',
  corrections: 'Corrections',
  accessibility:
    'This publication has a table of contents, real headings and text that can be resized and read aloud.',
  accessible: {
    described: 'Pictures have alternative texts.',
    undescribed: 'Some pictures have no alternative text.',
    noPictures: 'It has no pictures.',
    formulas: 'Formulas are MathML.',
    pages: 'It has the page numbers of the PDF edition.',
    moving: 'Some pictures move; whether they flash was not examined.',
  },
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  web: webWords.en,
}

const german: Words = {
  lang: 'de',
  by: 'Von',
  and: 'und',
  editedBy: 'Herausgegeben von',
  contents: 'Inhalt',
  notes: 'Anmerkungen',
  note: 'Anmerkung',
  backToText: 'Zurück zum Text',
  source: 'Quelle',
  republishedFrom: 'Übernommen von',
  viewOriginal: 'Im Original lesen',
  countsPage: 'zählt, wie oft diese Seite geöffnet wird.',
  countsEmail: 'zählt, wie oft diese E-Mail geöffnet wird: mit einem Bild, das von dort geladen wird.',
  countsLinks:
    'Gezählt wird, wie oft jeder Link in dieser E-Mail aufgerufen wird: insgesamt, nicht nach Personen.',
  licence: 'Lizenz',
  disclosure: 'Offenlegung',
  viewInBrowser: 'Im Browser ansehen',
  unsubscribe: 'Abmelden',
  continueReading: 'Weiterlesen',
  readFullOn: 'Den ganzen Artikel lesen bei',
  inThisIssue: 'In dieser Ausgabe',
  alsoInThisIssue: 'Außerdem in dieser Ausgabe',
  page: 'Seite',
  onPage: 'Seite',
  titlePage: 'Titelseite',
  cover: 'Umschlag',
  startOfText: 'Beginn des Textes',
  landmarks: 'Orientierungspunkte',
  opensLink: 'Link',
  code: 'Code',
  formula: 'Formel',
  image: 'Bild',
  done: 'erledigt',
  notDone: 'offen',
  links: 'Links',
  qrCode: 'QR-Code',
  updated: 'Aktualisiert',
  corrected: 'Korrigiert am',
  correctionOf: 'Korrektur vom',
  corrections: 'Korrekturen',
  accessibility:
    'Diese Veröffentlichung hat ein Inhaltsverzeichnis, echte Überschriften und Text, der sich vergrößern und vorlesen lässt.',
  accessible: {
    described: 'Bilder haben Alternativtexte.',
    undescribed: 'Einige Bilder haben keinen Alternativtext.',
    noPictures: 'Sie enthält keine Bilder.',
    formulas: 'Formeln sind MathML.',
    pages: 'Sie hat die Seitenzahlen der PDF-Ausgabe.',
    moving: 'Einige Bilder bewegen sich; ob sie blitzen, wurde nicht geprüft.',
  },
  callouts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
  web: webWords.de,
}

const french: Words = {
  lang: 'fr',
  by: 'Par',
  and: 'et',
  editedBy: 'Sous la direction de',
  contents: 'Sommaire',
  notes: 'Notes',
  note: 'note',
  backToText: 'Retour au texte',
  source: 'Source',
  republishedFrom: 'Repris de',
  viewOriginal: 'Lire l’original',
  countsPage: 'compte les ouvertures de cette page.',
  countsEmail: 'compte les ouvertures de cet e-mail, par une image chargée depuis son site.',
  countsLinks: 'Les ouvertures de chaque lien de cet e-mail sont comptées au total, et non par personne.',
  licence: 'Licence',
  disclosure: 'Déclaration d’intérêts',
  viewInBrowser: 'Voir dans le navigateur',
  unsubscribe: 'Se désabonner',
  continueReading: 'Lire la suite',
  readFullOn: 'Lire l’article complet sur',
  inThisIssue: 'Dans ce numéro',
  alsoInThisIssue: 'Aussi dans ce numéro',
  page: 'Page',
  onPage: 'page',
  titlePage: 'Page de titre',
  cover: 'Couverture',
  startOfText: 'Début du texte',
  landmarks: 'Repères',
  opensLink: 'Lien',
  code: 'Code',
  formula: 'Formule',
  image: 'Image',
  done: 'fait',
  notDone: 'à faire',
  links: 'Liens',
  qrCode: 'Code QR',
  updated: 'Mis à jour',
  corrected: 'Corrigé le',
  correctionOf: 'Correction du',
  corrections: 'Corrections',
  accessibility:
    'Cette publication a un sommaire, de vrais titres et un texte que l’on peut agrandir et faire lire à voix haute.',
  accessible: {
    described: 'Les images ont des textes de remplacement.',
    undescribed: 'Certaines images n’ont pas de texte de remplacement.',
    noPictures: 'Elle ne contient pas d’images.',
    formulas: 'Les formules sont en MathML.',
    pages: 'Elle porte les numéros de page de l’édition PDF.',
    moving: 'Certaines images sont animées ; la présence de flashs n’a pas été vérifiée.',
  },
  callouts: {
    note: 'Remarque',
    tip: 'Conseil',
    important: 'Important',
    warning: 'Avertissement',
    caution: 'Attention',
  },
  web: webWords.fr,
}

const spanish: Words = {
  lang: 'es',
  by: 'Por',
  and: 'y',
  editedBy: 'Edición de',
  contents: 'Índice',
  notes: 'Notas',
  note: 'nota',
  backToText: 'Volver al texto',
  source: 'Fuente',
  republishedFrom: 'Publicado originalmente en',
  viewOriginal: 'Leer el original',
  countsPage: 'cuenta cuántas veces se abre esta página.',
  countsEmail: 'cuenta cuántas veces se abre este correo, con una imagen que se carga desde su sitio.',
  countsLinks: 'Se cuenta cuántas veces se abre cada enlace de este correo: en total, no por persona.',
  licence: 'Licencia',
  disclosure: 'Declaración de intereses',
  viewInBrowser: 'Ver en el navegador',
  unsubscribe: 'Darse de baja',
  continueReading: 'Seguir leyendo',
  readFullOn: 'Leer el artículo completo en',
  inThisIssue: 'En este número',
  alsoInThisIssue: 'También en este número',
  page: 'Página',
  onPage: 'página',
  titlePage: 'Portada interior',
  cover: 'Cubierta',
  startOfText: 'Comienzo del texto',
  landmarks: 'Puntos de referencia',
  opensLink: 'Enlace',
  code: 'Código',
  formula: 'Fórmula',
  image: 'Imagen',
  done: 'hecho',
  notDone: 'pendiente',
  links: 'Enlaces',
  qrCode: 'Código QR',
  updated: 'Actualizado',
  corrected: 'Corregido el',
  correctionOf: 'Corrección del',
  corrections: 'Correcciones',
  accessibility: 'Esta publicación tiene índice, títulos reales y un texto que se puede ampliar y escuchar.',
  accessible: {
    described: 'Las imágenes tienen textos alternativos.',
    undescribed: 'Algunas imágenes no tienen texto alternativo.',
    noPictures: 'No contiene imágenes.',
    formulas: 'Las fórmulas están en MathML.',
    pages: 'Tiene los números de página de la edición en PDF.',
    moving: 'Algunas imágenes se mueven; no se ha comprobado si destellan.',
  },
  callouts: {
    note: 'Nota',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
  },
  web: webWords.es,
}

const arabic: Words = {
  lang: 'ar',
  by: 'بقلم',
  and: 'و',
  editedBy: 'تحرير',
  contents: 'المحتويات',
  notes: 'الحواشي',
  note: 'حاشية',
  backToText: 'العودة إلى النص',
  source: 'المصدر',
  republishedFrom: 'أعيد نشره عن',
  viewOriginal: 'اقرأ الأصل',
  countsPage: 'يُحصي عدد مرات فتح هذه الصفحة.',
  countsEmail: 'يُحصي عدد مرات فتح هذه الرسالة بصورة تُحمَّل من موقعه.',
  countsLinks: 'يُحصى عدد مرات فتح كل رابط في هذه الرسالة إجمالًا، لا لكل شخص على حدة.',
  licence: 'الرخصة',
  disclosure: 'إفصاح',
  viewInBrowser: 'عرض في المتصفح',
  unsubscribe: 'إلغاء الاشتراك',
  continueReading: 'تابع القراءة',
  readFullOn: 'اقرأ المقال كاملاً على',
  inThisIssue: 'في هذا العدد',
  alsoInThisIssue: 'في هذا العدد أيضًا',
  page: 'صفحة',
  onPage: 'صفحة',
  titlePage: 'صفحة العنوان',
  cover: 'الغلاف',
  startOfText: 'بداية النص',
  landmarks: 'معالم',
  opensLink: 'رابط',
  code: 'شيفرة',
  formula: 'صيغة',
  image: 'صورة',
  done: 'تم',
  notDone: 'لم يتم',
  links: 'روابط',
  qrCode: 'رمز QR',
  updated: 'حُدِّث',
  corrected: 'صُحِّح في',
  correctionOf: 'تصحيح بتاريخ',
  corrections: 'تصحيحات',
  accessibility: 'لهذا المنشور فهرس وعناوين حقيقية ونص يمكن تكبيره وقراءته بصوت عالٍ.',
  accessible: {
    described: 'للصور نصوص بديلة.',
    undescribed: 'بعض الصور بلا نص بديل.',
    noPictures: 'لا توجد فيه صور.',
    formulas: 'الصيغ مكتوبة بصيغة MathML.',
    pages: 'يحمل أرقام صفحات نسخة PDF.',
    moving: 'بعض الصور متحركة، ولم يُتحقق مما إذا كانت تومض.',
  },
  callouts: { note: 'ملاحظة', tip: 'نصيحة', important: 'مهم', warning: 'تحذير', caution: 'تنبيه' },
  web: webWords.ar,
}

/** By primary language subtag. A language that is not here is answered in English. */
const table: Readonly<Record<string, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ar: arabic,
}

/** The interface's words in a language. @param lang BCP 47 */
export const wordsIn = (lang: string): Words => table[lang.split('-')[0]?.toLowerCase() ?? 'en'] ?? english

/** The language of the interface's words where it is not that of the text around them, for a `lang` on them. */
export const languageOfWords = (words: Words, around: string): string | undefined =>
  around.split('-')[0]?.toLowerCase() === words.lang ? undefined : words.lang

/** A date as people of the language write it: "3 May 2026". Text that is no ISO date comes back as it is. */
export function longDate(date: string, lang: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0]
  if (!day || Number.isNaN(Date.parse(day))) return date
  return dateFormat(lang).format(new Date(`${day}T00:00:00Z`))
}

let lastFormat: { readonly lang: string; readonly format: Intl.DateTimeFormat } | undefined

/** Making one takes as long as making a short page, and the articles of an issue are mostly in one language. */
function dateFormat(lang: string): Intl.DateTimeFormat {
  if (lastFormat?.lang !== lang) {
    // Gregorian and the language's common digits, so that the line agrees with the dates in the text.
    const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' })
    lastFormat = { lang, format }
  }
  return lastFormat.format
}

/** Names as a phrase: "A", "A and B", "A, B and C", by the language's own rule. */
export const listed = (names: readonly string[], lang: string): string =>
  new Intl.ListFormat(lang, { style: 'long', type: 'conjunction' }).format(names)
