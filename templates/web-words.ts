/** What the web edition and the pages around it say, and no other format. */
export interface WebWords {
  /** Before a number: `No. 15`. */
  readonly number: string
  /** Before the names of an issue's editors. */
  readonly backToContents: string
  /** Over how the EPUB gets onto a device. */
  readonly onDevices: string
  /** How, a sentence or two for each. The first names the page `Send to Kindle`, and is a link there. */
  readonly kindle: string
  readonly kobo: string
  readonly apple: string
  readonly android: string
  /** The devices that Apple makes, and the others, as people call them. */
  readonly appleDevices: string
  readonly androidDevices: string
  readonly allIssues: string
  readonly newestIssue: string
  readonly nothingYet: string
  /** Over issues that have no date. */
  readonly undated: string
  readonly subscribe: string
  readonly subscribeByEmail: string
  /** Before an address that is to be copied or shared. */
  readonly address: string
  readonly feeds: string
  readonly feed: string
  readonly aboutFeeds: string
  readonly aboutUnsubscribing: string
}

const en: WebWords = {
  number: 'No.',
  backToContents: 'Back to contents',
  onDevices: 'On a Kindle, a Kobo, a phone or a tablet',
  kindle:
    'Mail the EPUB to your Kindle’s own address (up to 50 MB), or hand it to Amazon on the page Send to Kindle (up to 200 MB).',
  kobo: 'Connect the Kobo by USB and copy the EPUB onto it, or open this page in its browser and tap EPUB.',
  apple: 'Tap EPUB, then share the file with Books.',
  android: 'Download the EPUB and open it with Google Play Books, or upload it there.',
  appleDevices: 'iPhone, iPad, Mac',
  androidDevices: 'Android',
  allIssues: 'All issues',
  newestIssue: 'The newest issue',
  nothingYet: 'Nothing has been published yet.',
  undated: 'Undated',
  subscribe: 'Subscribe',
  subscribeByEmail: 'Subscribe by email',
  address: 'Address',
  feeds: 'In a feed reader',
  feed: 'Feed',
  aboutFeeds:
    'A feed reader that has one of these addresses gets every issue in full. It tells nobody who you are.',
  aboutUnsubscribing: 'At the foot of every email, and here:',
}

const de: WebWords = {
  number: 'Nr.',
  backToContents: 'Zurück zum Inhalt',
  onDevices: 'Auf Kindle, Kobo, Telefon oder Tablet',
  kindle:
    'Senden Sie das EPUB an die E-Mail-Adresse Ihres Kindle (bis 50 MB), oder laden Sie es auf der Seite Send to Kindle hoch (bis 200 MB).',
  kobo: 'Verbinden Sie den Kobo über USB und kopieren Sie das EPUB darauf, oder öffnen Sie diese Seite in seinem Browser und tippen Sie auf EPUB.',
  apple: 'Tippen Sie auf EPUB und teilen Sie die Datei mit der App Bücher.',
  android:
    'Laden Sie das EPUB herunter und öffnen Sie es mit Google Play Bücher, oder laden Sie es dort hoch.',
  appleDevices: 'iPhone, iPad, Mac',
  androidDevices: 'Android',
  allIssues: 'Alle Ausgaben',
  newestIssue: 'Die neueste Ausgabe',
  nothingYet: 'Noch ist nichts erschienen.',
  undated: 'Ohne Datum',
  subscribe: 'Abonnieren',
  subscribeByEmail: 'Per E-Mail abonnieren',
  address: 'Adresse',
  feeds: 'Im Feedreader',
  feed: 'Feed',
  aboutFeeds:
    'Ein Feedreader mit einer dieser Adressen erhält jede Ausgabe im vollen Text. Er verrät niemandem, wer Sie sind.',
  aboutUnsubscribing: 'Am Fuß jeder E-Mail, und hier:',
}

const fr: WebWords = {
  number: 'Nº',
  backToContents: 'Retour au sommaire',
  onDevices: 'Sur une liseuse Kindle ou Kobo, un téléphone ou une tablette',
  kindle:
    'Envoyez l’EPUB à l’adresse de votre Kindle (jusqu’à 50 Mo), ou confiez-le à Amazon sur la page Send to Kindle (jusqu’à 200 Mo).',
  kobo: 'Branchez la Kobo en USB et copiez-y l’EPUB, ou ouvrez cette page dans son navigateur et touchez EPUB.',
  apple: 'Touchez EPUB, puis partagez le fichier avec Livres.',
  android: 'Téléchargez l’EPUB et ouvrez-le avec Google Play Livres, ou importez-le dans cette application.',
  appleDevices: 'iPhone, iPad, Mac',
  androidDevices: 'Android',
  allIssues: 'Tous les numéros',
  newestIssue: 'Le dernier numéro',
  nothingYet: 'Rien n’est encore paru.',
  undated: 'Sans date',
  subscribe: 'S’abonner',
  subscribeByEmail: 'S’abonner par courriel',
  address: 'Adresse',
  feeds: 'Dans un lecteur de flux',
  feed: 'Flux',
  aboutFeeds:
    'Un lecteur de flux qui a l’une de ces adresses reçoit chaque numéro en entier. Il ne dit à personne qui vous êtes.',
  aboutUnsubscribing: 'Au bas de chaque courriel, et ici\u00a0:',
}

const es: WebWords = {
  number: 'N.º',
  backToContents: 'Volver al índice',
  onDevices: 'En un Kindle, un Kobo, un teléfono o una tableta',
  kindle:
    'Envíe el EPUB a la dirección de correo de su Kindle (hasta 50 MB) o súbalo en la página Send to Kindle (hasta 200 MB).',
  kobo: 'Conecte el Kobo por USB y copie en él el EPUB, o abra esta página en su navegador y toque EPUB.',
  apple: 'Toque EPUB y comparta el archivo con Libros.',
  android: 'Descargue el EPUB y ábralo con Google Play Libros, o súbalo allí.',
  appleDevices: 'iPhone, iPad, Mac',
  androidDevices: 'Android',
  allIssues: 'Todos los números',
  newestIssue: 'El último número',
  nothingYet: 'Todavía no se ha publicado nada.',
  undated: 'Sin fecha',
  subscribe: 'Suscribirse',
  subscribeByEmail: 'Suscribirse por correo',
  address: 'Dirección',
  feeds: 'En un lector de canales',
  feed: 'Canal',
  aboutFeeds:
    'Un lector de canales con una de estas direcciones recibe cada número completo. No dice a nadie quién es usted.',
  aboutUnsubscribing: 'Al pie de cada correo, y aquí:',
}

const ar: WebWords = {
  number: 'العدد',
  backToContents: 'العودة إلى المحتويات',
  onDevices: 'على كيندل أو كوبو أو هاتف أو جهاز لوحي',
  kindle:
    'أرسل ملف EPUB إلى عنوان البريد الخاص بجهاز كيندل (حتى 50 ميغابايت)، أو ارفعه في صفحة Send to Kindle (حتى 200 ميغابايت).',
  kobo: 'صِل جهاز كوبو عبر USB وانسخ إليه ملف EPUB، أو افتح هذه الصفحة في متصفحه واضغط على EPUB.',
  apple: 'اضغط على EPUB ثم شارك الملف مع تطبيق الكتب.',
  android: 'نزّل ملف EPUB وافتحه في كتب Google Play، أو ارفعه إليها.',
  appleDevices: 'آيفون وآيباد وماك',
  androidDevices: 'أندرويد',
  allIssues: 'كل الأعداد',
  newestIssue: 'أحدث عدد',
  nothingYet: 'لم يُنشر شيء بعد.',
  undated: 'بلا تاريخ',
  subscribe: 'اشترك',
  subscribeByEmail: 'اشترك بالبريد الإلكتروني',
  address: 'العنوان',
  feeds: 'في قارئ الخلاصات',
  feed: 'خلاصة',
  aboutFeeds: 'قارئ الخلاصات الذي لديه أحد هذين العنوانين يتلقى كل عدد كاملاً، ولا يخبر أحدًا من أنت.',
  aboutUnsubscribing: 'في ذيل كل رسالة، وهنا:',
}

/** By primary language subtag, as the words that every format has. */
export const webWords = { en, de, fr, es, ar } as const
