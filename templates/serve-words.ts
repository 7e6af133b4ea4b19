import type { ReaderStateName } from './serve/reader-facts.js'

/** What the pages and the emails of the public server say, in a publication's language. */
export interface ServeWords {
  /** The language that they are in, BCP 47: English, where the publication's own is not in the table. */
  readonly lang: string
  readonly email: string
  readonly name: string
  /** After the label of a field that may stay empty. */
  readonly optional: string
  readonly subscribe: string
  /** What becomes of an address that is put into the form. */
  readonly howItGoes: string
  readonly privacy: string
  readonly notAnAddress: string
  readonly notAName: string
  readonly lookIntoMailbox: string
  readonly onItsWay: string
  readonly nothingThere: string
  readonly tooOften: string
  readonly tryLater: string

  readonly confirmTitle: string
  /** Before an address and a button. */
  readonly confirmBefore: string
  readonly confirm: string
  readonly confirmed: string
  /** Before an address. */
  readonly sentTo: string
  readonly linkTooOld: string
  readonly subscribeAnew: string

  readonly leaveTitle: string
  /** Before an address, part of which is left out. */
  readonly leaveBefore: string
  readonly leave: string
  readonly left: string
  readonly mayStillCome: string
  /** How one gets at one's own page. */
  readonly seeOrErase: string
  readonly notOnTheList: string
  readonly nothingKnown: string
  readonly unknownLink: string
  readonly aboutUnknownLink: string
  /** Before the publication's postal address. */
  readonly otherwiseWrite: string

  readonly yourSubscription: string
  readonly save: string
  readonly saved: string
  readonly howYouAreCalled: string
  readonly whatWeKnow: string
  readonly aboutWhatWeKnow: string
  readonly download: string
  readonly state: string
  readonly states: Readonly<Record<ReaderStateName, string>>
  readonly since: string
  readonly tags: string
  readonly consentedAt: string
  readonly consentedBy: string
  readonly consentedFrom: string
  readonly failures: string
  readonly erase: string
  readonly aboutErasing: string
  readonly eraseTitle: string
  readonly eraseForGood: string
  readonly back: string
  readonly erased: string
  readonly aboutErased: string

  readonly notFound: string
  readonly aboutNotFound: string
  readonly failed: string
  readonly aboutFailed: string
  readonly refused: string
  readonly aboutRefused: string

  /** The subjects of emails. @param name of the publication */
  readonly confirmSubject: (name: string) => string
  readonly knownSubject: (name: string) => string
  readonly confirmMail: (name: string) => string
  readonly confirmMailButton: string
  readonly confirmMailWithin: string
  readonly confirmMailIgnore: string
  readonly knownMail: (name: string) => string
  readonly knownMailIgnore: string
  readonly preferences: string
}

const en: ServeWords = {
  lang: 'en',
  email: 'Email address',
  name: 'Name',
  optional: 'optional',
  subscribe: 'Subscribe',
  howItGoes: 'You will be sent an email with a link. Once you have followed it, you are on the list.',
  privacy:
    'Your address is used to send you this publication and for nothing else. You can leave with one click, and see or erase what is known of you.',
  notAnAddress: 'Unexpected email address, expected one such as name@example.org.',
  notAName: 'Unexpected name, expected at most 100 characters and no web address.',
  lookIntoMailbox: 'Look into your mailbox',
  onItsWay:
    'If you can be subscribed with this address, an email is on its way to it. Follow the link in it within seven days, and you are on the list.',
  nothingThere: 'Nothing there? Look among what was taken for spam, or try again in an hour.',
  tooOften: 'That was too often',
  tryLater: 'The form was sent too often in a short time. Please try again in an hour.',

  confirmTitle: 'Confirm your subscription',
  confirmBefore: 'One step is left. Press the button, and every new issue is sent to:',
  confirm: 'Yes, send it to me',
  confirmed: 'You are on the list',
  sentTo: 'Every new issue is sent to:',
  linkTooOld: 'This link is too old',
  subscribeAnew: 'A link to confirm is good for seven days, and until you leave. You can subscribe anew.',

  leaveTitle: 'Unsubscribe',
  leaveBefore: 'Press the button, and no more issues are sent to:',
  leave: 'Unsubscribe',
  left: 'You have left',
  mayStillCome: 'An issue that is on its way just now may still arrive. No other will be sent to:',
  seeOrErase:
    'To see or erase what is known of you, put your address into the form: the letter that comes leads there.',
  notOnTheList: 'You are not on the list',
  nothingKnown: 'Nothing is sent to you, and nothing is known of you here any more.',
  unknownLink: 'This link is none of ours',
  aboutUnknownLink:
    'Part of it may be missing. Try the link at the foot of another email; on some screens an address breaks where a line ends.',
  otherwiseWrite: 'To leave in another way, answer to an issue with the word “unsubscribe”, or write to:',

  yourSubscription: 'Your subscription',
  save: 'Save',
  saved: 'Saved.',
  howYouAreCalled: 'How the emails call you. Leave it empty to be called nothing.',
  whatWeKnow: 'What is known of you',
  aboutWhatWeKnow:
    'This is all that the list holds. Besides it is kept which issues were sent to you. You can take it with you as a file.',
  download: 'Download as JSON',
  state: 'Subscription',
  states: {
    pending: 'not confirmed yet',
    active: 'every new issue is sent to you',
    unsubscribed: 'you have left',
    bounced: 'stopped, since emails to you came back',
    complained: 'stopped, since an email to you was marked as spam',
  },
  since: 'Since',
  tags: 'Groups',
  consentedAt: 'Agreed on',
  consentedBy: 'Agreed by',
  consentedFrom: 'Network address then',
  failures: 'Failures to deliver, in a row',
  erase: 'Erase what is known of me',
  aboutErasing:
    'Your subscription ends, and your address, your name and all else are erased. What stays is a fingerprint that nobody can read the address from: it keeps others from putting you on the list again.',
  eraseTitle: 'Erase all of it?',
  eraseForGood: 'Yes, erase it for good',
  back: 'Back',
  erased: 'All of it is erased',
  aboutErased: 'You have left, and nothing is known of you here any more. Thank you for reading.',

  notFound: 'Nothing is here',
  aboutNotFound: 'This address leads nowhere.',
  failed: 'Something went wrong',
  aboutFailed: 'It is our fault, not yours. Please try again in a few minutes.',
  refused: 'This was not accepted',
  aboutRefused: 'What was sent is not what this page expects. Please go back and try again.',

  confirmSubject: name => `Confirm your subscription to ${name}`,
  knownSubject: name => `You are subscribed to ${name}`,
  confirmMail: name => `Somebody, most likely you, wants ${name} to be sent to this address.`,
  confirmMailButton: 'Confirm the subscription',
  confirmMailWithin: 'The link is good for seven days.',
  confirmMailIgnore: 'If it was not you, do nothing, and nothing is sent to you.',
  knownMail: name =>
    `Somebody, most likely you, wanted ${name} to be sent to this address. It is already: you need do nothing.`,
  knownMailIgnore: 'If it was not you, do nothing: nothing has changed.',
  preferences: 'Your subscription',
}

const de: ServeWords = {
  lang: 'de',
  email: 'E-Mail-Adresse',
  name: 'Name',
  optional: 'freiwillig',
  subscribe: 'Abonnieren',
  howItGoes:
    'Sie bekommen eine E-Mail mit einem Link. Sobald Sie ihm gefolgt sind, stehen Sie auf der Liste.',
  privacy:
    'Ihre Adresse dient dazu, Ihnen diese Publikation zu schicken, und zu nichts anderem. Sie können sich mit einem Klick abmelden und jederzeit sehen oder löschen, was über Sie bekannt ist.',
  notAnAddress: 'Das ist keine E-Mail-Adresse. Erwartet wird eine wie name@example.org.',
  notAName: 'Erwartet wird ein Name mit höchstens 100 Zeichen und ohne Webadresse.',
  lookIntoMailbox: 'Sehen Sie in Ihr Postfach',
  onItsWay:
    'Wenn mit dieser Adresse ein Abonnement möglich ist, ist eine E-Mail an sie unterwegs. Folgen Sie dem Link darin binnen sieben Tagen, dann stehen Sie auf der Liste.',
  nothingThere:
    'Nichts gekommen? Sehen Sie im Spamordner nach, oder versuchen Sie es in einer Stunde erneut.',
  tooOften: 'Das war zu oft',
  tryLater:
    'Das Formular wurde in kurzer Zeit zu oft abgeschickt. Bitte versuchen Sie es in einer Stunde erneut.',

  confirmTitle: 'Bestätigen Sie Ihr Abonnement',
  confirmBefore: 'Ein Schritt fehlt noch. Ein Klick auf den Knopf, und jede neue Ausgabe geht an:',
  confirm: 'Ja, bitte schicken',
  confirmed: 'Sie stehen auf der Liste',
  sentTo: 'Jede neue Ausgabe geht an:',
  linkTooOld: 'Dieser Link ist zu alt',
  subscribeAnew:
    'Ein Link zum Bestätigen gilt sieben Tage, und nur bis Sie sich abmelden. Sie können sich neu anmelden.',

  leaveTitle: 'Abmelden',
  leaveBefore: 'Ein Klick auf den Knopf, und keine weitere Ausgabe geht an:',
  leave: 'Abmelden',
  left: 'Sie sind abgemeldet',
  mayStillCome: 'Eine Ausgabe, die gerade unterwegs ist, kann noch ankommen. Keine andere geht mehr an:',
  seeOrErase:
    'Um zu sehen oder zu löschen, was über Sie bekannt ist, geben Sie Ihre Adresse in das Formular ein: Der Brief, der kommt, führt dorthin.',
  notOnTheList: 'Sie stehen nicht auf der Liste',
  nothingKnown: 'Ihnen wird nichts geschickt, und über Sie ist hier nichts mehr bekannt.',
  unknownLink: 'Dieser Link ist nicht von uns',
  aboutUnknownLink:
    'Vielleicht fehlt ein Teil. Versuchen Sie den Link am Fuß einer anderen E-Mail; auf manchen Bildschirmen bricht eine Adresse am Zeilenende ab.',
  otherwiseWrite:
    'Um sich auf anderem Weg abzumelden, antworten Sie auf eine Ausgabe mit dem Wort „abmelden“ oder schreiben Sie an:',

  yourSubscription: 'Ihr Abonnement',
  save: 'Speichern',
  saved: 'Gespeichert.',
  howYouAreCalled: 'So werden Sie in den E-Mails angeredet. Leer heißt: gar nicht.',
  whatWeKnow: 'Was über Sie bekannt ist',
  aboutWhatWeKnow:
    'Mehr steht nicht in der Liste. Daneben wird festgehalten, welche Ausgaben Ihnen geschickt wurden. Sie können es als Datei mitnehmen.',
  download: 'Als JSON herunterladen',
  state: 'Abonnement',
  states: {
    pending: 'noch nicht bestätigt',
    active: 'jede neue Ausgabe wird Ihnen geschickt',
    unsubscribed: 'Sie haben sich abgemeldet',
    bounced: 'beendet, weil E-Mails an Sie zurückkamen',
    complained: 'beendet, weil eine E-Mail an Sie als Spam gemeldet wurde',
  },
  since: 'Seit',
  tags: 'Gruppen',
  consentedAt: 'Eingewilligt am',
  consentedBy: 'Eingewilligt durch',
  consentedFrom: 'Netzadresse dabei',
  failures: 'Fehlgeschlagene Zustellungen in Folge',
  erase: 'Alles über mich löschen',
  aboutErasing:
    'Ihr Abonnement endet, und Adresse, Name und alles andere werden gelöscht. Es bleibt ein Fingerabdruck, aus dem niemand die Adresse lesen kann: er verhindert, dass andere Sie wieder auf die Liste setzen.',
  eraseTitle: 'Alles löschen?',
  eraseForGood: 'Ja, endgültig löschen',
  back: 'Zurück',
  erased: 'Alles ist gelöscht',
  aboutErased:
    'Sie sind abgemeldet, und über Sie ist hier nichts mehr bekannt. Danke, dass Sie gelesen haben.',

  notFound: 'Hier ist nichts',
  aboutNotFound: 'Diese Adresse führt nirgendwohin.',
  failed: 'Etwas ist schiefgegangen',
  aboutFailed: 'Es liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in einigen Minuten erneut.',
  refused: 'Das wurde nicht angenommen',
  aboutRefused:
    'Was gesendet wurde, ist nicht, was diese Seite erwartet. Bitte gehen Sie zurück und versuchen Sie es erneut.',

  confirmSubject: name => `Bestätigen Sie Ihr Abonnement: ${name}`,
  knownSubject: name => `Sie haben ${name} abonniert`,
  confirmMail: name => `Jemand, vermutlich Sie, möchte ${name} an diese Adresse bekommen.`,
  confirmMailButton: 'Abonnement bestätigen',
  confirmMailWithin: 'Der Link gilt sieben Tage.',
  confirmMailIgnore: 'Waren Sie es nicht, so tun Sie nichts, und Ihnen wird nichts geschickt.',
  knownMail: name =>
    `Jemand, vermutlich Sie, wollte ${name} an diese Adresse bekommen. Das geschieht schon: Sie brauchen nichts zu tun.`,
  knownMailIgnore: 'Waren Sie es nicht, so tun Sie nichts: Es hat sich nichts geändert.',
  preferences: 'Ihr Abonnement',
}

const fr: ServeWords = {
  lang: 'fr',
  email: 'Adresse électronique',
  name: 'Nom',
  optional: 'facultatif',
  subscribe: 'S’abonner',
  howItGoes: 'Vous recevrez un courriel avec un lien. Dès que vous l’aurez suivi, vous serez sur la liste.',
  privacy:
    'Votre adresse sert à vous envoyer cette publication et à rien d’autre. Vous pouvez vous désabonner d’un clic, et voir ou effacer ce que l’on sait de vous.',
  notAnAddress: 'Ce n’est pas une adresse électronique. Il en faut une comme nom@example.org.',
  notAName: 'Il faut un nom de 100 caractères au plus, sans adresse web.',
  lookIntoMailbox: 'Regardez dans votre boîte aux lettres',
  onItsWay:
    'Si un abonnement est possible avec cette adresse, un courriel est en route. Suivez le lien qu’il contient dans les sept jours, et vous serez sur la liste.',
  nothingThere: 'Rien reçu\u00a0? Regardez parmi les indésirables, ou réessayez dans une heure.',
  tooOften: 'C’était trop souvent',
  tryLater: 'Le formulaire a été envoyé trop souvent en peu de temps. Réessayez dans une heure.',

  confirmTitle: 'Confirmez votre abonnement',
  confirmBefore: 'Il reste une étape. Appuyez sur le bouton, et chaque nouveau numéro sera envoyé à\u00a0:',
  confirm: 'Oui, envoyez-le-moi',
  confirmed: 'Vous êtes sur la liste',
  sentTo: 'Chaque nouveau numéro sera envoyé à\u00a0:',
  linkTooOld: 'Ce lien est trop ancien',
  subscribeAnew:
    'Un lien de confirmation vaut sept jours, et jusqu’à ce que vous partiez. Vous pouvez vous abonner de nouveau.',

  leaveTitle: 'Se désabonner',
  leaveBefore: 'Appuyez sur le bouton, et plus aucun numéro ne sera envoyé à\u00a0:',
  leave: 'Se désabonner',
  left: 'Vous êtes désabonné',
  mayStillCome: 'Un numéro déjà en route peut encore arriver. Aucun autre ne sera envoyé à\u00a0:',
  seeOrErase:
    'Pour voir ou effacer ce que l’on sait de vous, mettez votre adresse dans le formulaire\u00a0: la lettre qui viendra y mène.',
  notOnTheList: 'Vous n’êtes pas sur la liste',
  nothingKnown: 'Rien ne vous est envoyé, et l’on ne sait plus rien de vous ici.',
  unknownLink: 'Ce lien n’est pas de nous',
  aboutUnknownLink:
    'Il en manque peut-être une partie. Essayez le lien au bas d’un autre courriel\u00a0; sur certains écrans, une adresse est coupée en fin de ligne.',
  otherwiseWrite:
    'Pour partir autrement, répondez à un numéro avec le mot «\u00a0désabonner\u00a0», ou écrivez à\u00a0:',

  yourSubscription: 'Votre abonnement',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  howYouAreCalled: 'Le nom que les courriels vous donnent. Laissez vide pour n’en avoir aucun.',
  whatWeKnow: 'Ce que l’on sait de vous',
  aboutWhatWeKnow:
    'La liste ne contient rien d’autre. On garde en outre quels numéros vous ont été envoyés. Vous pouvez l’emporter dans un fichier.',
  download: 'Télécharger en JSON',
  state: 'Abonnement',
  states: {
    pending: 'pas encore confirmé',
    active: 'chaque nouveau numéro vous est envoyé',
    unsubscribed: 'vous vous êtes désabonné',
    bounced: 'arrêté, car des courriels sont revenus',
    complained: 'arrêté, car un courriel a été signalé comme indésirable',
  },
  since: 'Depuis',
  tags: 'Groupes',
  consentedAt: 'Accord donné le',
  consentedBy: 'Accord donné par',
  consentedFrom: 'Adresse réseau alors',
  failures: 'Échecs de remise, à la suite',
  erase: 'Effacer ce que l’on sait de moi',
  aboutErasing:
    'Votre abonnement prend fin, et votre adresse, votre nom et tout le reste sont effacés. Il reste une empreinte dont personne ne peut tirer l’adresse\u00a0: elle empêche que d’autres vous remettent sur la liste.',
  eraseTitle: 'Tout effacer\u00a0?',
  eraseForGood: 'Oui, effacer pour de bon',
  back: 'Retour',
  erased: 'Tout est effacé',
  aboutErased: 'Vous êtes désabonné, et l’on ne sait plus rien de vous ici. Merci de nous avoir lus.',

  notFound: 'Il n’y a rien ici',
  aboutNotFound: 'Cette adresse ne mène nulle part.',
  failed: 'Quelque chose s’est mal passé',
  aboutFailed: 'C’est de notre faute, pas de la vôtre. Réessayez dans quelques minutes.',
  refused: 'Cela n’a pas été accepté',
  aboutRefused: 'Ce qui a été envoyé n’est pas ce que cette page attend. Revenez en arrière et réessayez.',

  confirmSubject: name => `Confirmez votre abonnement à ${name}`,
  knownSubject: name => `Vous êtes abonné à ${name}`,
  confirmMail: name => `Quelqu’un, sans doute vous, souhaite recevoir ${name} à cette adresse.`,
  confirmMailButton: 'Confirmer l’abonnement',
  confirmMailWithin: 'Le lien vaut sept jours.',
  confirmMailIgnore: 'Si ce n’était pas vous, ne faites rien, et rien ne vous sera envoyé.',
  knownMail: name =>
    `Quelqu’un, sans doute vous, voulait recevoir ${name} à cette adresse. C’est déjà le cas\u00a0: vous n’avez rien à faire.`,
  knownMailIgnore: 'Si ce n’était pas vous, ne faites rien\u00a0: rien n’a changé.',
  preferences: 'Votre abonnement',
}

const es: ServeWords = {
  lang: 'es',
  email: 'Dirección de correo',
  name: 'Nombre',
  optional: 'opcional',
  subscribe: 'Suscribirse',
  howItGoes: 'Recibirá un correo con un enlace. En cuanto lo siga, estará en la lista.',
  privacy:
    'Su dirección sirve para enviarle esta publicación y para nada más. Puede darse de baja con un clic, y ver o borrar lo que se sabe de usted.',
  notAnAddress: 'No es una dirección de correo. Se espera una como nombre@example.org.',
  notAName: 'Se espera un nombre de 100 caracteres como máximo y sin direcciones web.',
  lookIntoMailbox: 'Mire en su buzón',
  onItsWay:
    'Si con esta dirección es posible suscribirse, hay un correo en camino. Siga el enlace que contiene antes de siete días y estará en la lista.',
  nothingThere: '¿No ha llegado nada? Mire en el correo no deseado, o inténtelo de nuevo en una hora.',
  tooOften: 'Ha sido demasiado a menudo',
  tryLater: 'El formulario se ha enviado demasiadas veces en poco tiempo. Inténtelo de nuevo en una hora.',

  confirmTitle: 'Confirme su suscripción',
  confirmBefore: 'Queda un paso. Pulse el botón y cada número nuevo se enviará a:',
  confirm: 'Sí, quiero recibirlo',
  confirmed: 'Está en la lista',
  sentTo: 'Cada número nuevo se envía a:',
  linkTooOld: 'Este enlace es demasiado antiguo',
  subscribeAnew:
    'Un enlace de confirmación vale siete días, y hasta que usted se dé de baja. Puede suscribirse de nuevo.',

  leaveTitle: 'Darse de baja',
  leaveBefore: 'Pulse el botón y no se enviará ningún número más a:',
  leave: 'Darse de baja',
  left: 'Se ha dado de baja',
  mayStillCome: 'Un número que ya está en camino aún puede llegar. No se enviará ningún otro a:',
  seeOrErase:
    'Para ver o borrar lo que se sabe de usted, ponga su dirección en el formulario: la carta que llegue le lleva allí.',
  notOnTheList: 'No está en la lista',
  nothingKnown: 'No se le envía nada, y aquí ya no se sabe nada de usted.',
  unknownLink: 'Este enlace no es nuestro',
  aboutUnknownLink:
    'Quizá falte una parte. Pruebe el enlace al pie de otro correo; en algunas pantallas una dirección se corta al final de la línea.',
  otherwiseWrite: 'Para darse de baja de otro modo, responda a un número con la palabra «baja» o escriba a:',

  yourSubscription: 'Su suscripción',
  save: 'Guardar',
  saved: 'Guardado.',
  howYouAreCalled: 'El nombre que le dan los correos. Déjelo vacío para no tener ninguno.',
  whatWeKnow: 'Lo que se sabe de usted',
  aboutWhatWeKnow:
    'La lista no contiene nada más. Además se guarda qué números se le enviaron. Puede llevárselo en un archivo.',
  download: 'Descargar en JSON',
  state: 'Suscripción',
  states: {
    pending: 'aún sin confirmar',
    active: 'se le envía cada número nuevo',
    unsubscribed: 'se ha dado de baja',
    bounced: 'detenida, porque los correos volvieron',
    complained: 'detenida, porque un correo se marcó como no deseado',
  },
  since: 'Desde',
  tags: 'Grupos',
  consentedAt: 'Aceptado el',
  consentedBy: 'Aceptado por',
  consentedFrom: 'Dirección de red entonces',
  failures: 'Entregas fallidas seguidas',
  erase: 'Borrar lo que se sabe de mí',
  aboutErasing:
    'Su suscripción termina, y se borran su dirección, su nombre y todo lo demás. Queda una huella de la que nadie puede leer la dirección: impide que otros vuelvan a ponerle en la lista.',
  eraseTitle: '¿Borrarlo todo?',
  eraseForGood: 'Sí, borrar para siempre',
  back: 'Volver',
  erased: 'Todo está borrado',
  aboutErased: 'Se ha dado de baja, y aquí ya no se sabe nada de usted. Gracias por leernos.',

  notFound: 'Aquí no hay nada',
  aboutNotFound: 'Esta dirección no lleva a ninguna parte.',
  failed: 'Algo ha fallado',
  aboutFailed: 'Es culpa nuestra, no suya. Inténtelo de nuevo en unos minutos.',
  refused: 'No se ha aceptado',
  aboutRefused: 'Lo que se envió no es lo que esta página espera. Vuelva atrás e inténtelo de nuevo.',

  confirmSubject: name => `Confirme su suscripción a ${name}`,
  knownSubject: name => `Está suscrito a ${name}`,
  confirmMail: name => `Alguien, seguramente usted, desea recibir ${name} en esta dirección.`,
  confirmMailButton: 'Confirmar la suscripción',
  confirmMailWithin: 'El enlace vale siete días.',
  confirmMailIgnore: 'Si no ha sido usted, no haga nada, y no se le enviará nada.',
  knownMail: name =>
    `Alguien, seguramente usted, quería recibir ${name} en esta dirección. Ya es así: no tiene que hacer nada.`,
  knownMailIgnore: 'Si no ha sido usted, no haga nada: nada ha cambiado.',
  preferences: 'Su suscripción',
}

const ar: ServeWords = {
  lang: 'ar',
  email: 'البريد الإلكتروني',
  name: 'الاسم',
  optional: 'اختياري',
  subscribe: 'اشترك',
  howItGoes: 'ستصلك رسالة فيها رابط. وما إن تتبعه حتى تكون في القائمة.',
  privacy:
    'يُستخدم عنوانك لإرسال هذا المنشور إليك لا لغير ذلك. يمكنك إلغاء الاشتراك بنقرة واحدة، والاطلاع على ما هو معروف عنك أو محوه.',
  notAnAddress: 'ليس هذا عنوان بريد إلكتروني. المطلوب عنوان مثل name@example.org.',
  notAName: 'المطلوب اسم لا يزيد على 100 حرف وليس فيه عنوان موقع.',
  lookIntoMailbox: 'انظر في صندوق بريدك',
  onItsWay:
    'إن كان الاشتراك بهذا العنوان ممكنًا فقد أُرسلت إليه رسالة. اتبع الرابط الذي فيها خلال سبعة أيام لتكون في القائمة.',
  nothingThere: 'لم يصل شيء؟ انظر في البريد غير المرغوب فيه، أو حاول مرة أخرى بعد ساعة.',
  tooOften: 'محاولات كثيرة',
  tryLater: 'أُرسلت الاستمارة مرات كثيرة في وقت قصير. حاول مرة أخرى بعد ساعة.',

  confirmTitle: 'أكّد اشتراكك',
  confirmBefore: 'بقيت خطوة واحدة. اضغط الزر ليُرسل كل عدد جديد إلى:',
  confirm: 'نعم، أرسلوه إليّ',
  confirmed: 'أنت في القائمة',
  sentTo: 'يُرسل كل عدد جديد إلى:',
  linkTooOld: 'هذا الرابط قديم',
  subscribeAnew: 'رابط التأكيد صالح سبعة أيام، وإلى أن تلغي اشتراكك. يمكنك الاشتراك من جديد.',

  leaveTitle: 'إلغاء الاشتراك',
  leaveBefore: 'اضغط الزر ولن يُرسل أي عدد بعد الآن إلى:',
  leave: 'ألغِ الاشتراك',
  left: 'أُلغي اشتراكك',
  mayStillCome: 'قد يصل عدد هو في الطريق الآن. ولن يُرسل غيره إلى:',
  seeOrErase: 'للاطلاع على ما هو معروف عنك أو محوه، ضع عنوانك في الاستمارة: الرسالة التي تصلك تقودك إلى ذلك.',
  notOnTheList: 'لست في القائمة',
  nothingKnown: 'لا يُرسل إليك شيء، ولم يعد يُعرف عنك هنا شيء.',
  unknownLink: 'هذا الرابط ليس منا',
  aboutUnknownLink:
    'ربما ينقصه جزء. جرّب الرابط في ذيل رسالة أخرى؛ ففي بعض الشاشات ينقطع العنوان عند نهاية السطر.',
  otherwiseWrite: 'لإلغاء الاشتراك بطريقة أخرى، أجب عن أحد الأعداد بكلمة «إلغاء»، أو اكتب إلى:',

  yourSubscription: 'اشتراكك',
  save: 'احفظ',
  saved: 'حُفظ.',
  howYouAreCalled: 'الاسم الذي تخاطبك به الرسائل. اتركه فارغًا إن لم ترد اسمًا.',
  whatWeKnow: 'ما هو معروف عنك',
  aboutWhatWeKnow: 'ليس في القائمة غير هذا. ويُحفظ معه أي الأعداد أُرسلت إليك. يمكنك أخذه معك في ملف.',
  download: 'نزّله بصيغة JSON',
  state: 'الاشتراك',
  states: {
    pending: 'لم يُؤكَّد بعد',
    active: 'يُرسل إليك كل عدد جديد',
    unsubscribed: 'ألغيت اشتراكك',
    bounced: 'توقف لأن الرسائل إليك رُدّت',
    complained: 'توقف لأن رسالة إليك عُدّت غير مرغوب فيها',
  },
  since: 'منذ',
  tags: 'المجموعات',
  consentedAt: 'تاريخ الموافقة',
  consentedBy: 'طريقة الموافقة',
  consentedFrom: 'عنوان الشبكة حينها',
  failures: 'مرات تعذّر التسليم المتتالية',
  erase: 'امحُ ما هو معروف عني',
  aboutErasing:
    'ينتهي اشتراكك ويُمحى عنوانك واسمك وكل ما عدا ذلك. وتبقى بصمة لا يستطيع أحد أن يقرأ العنوان منها، تمنع غيرك من إعادتك إلى القائمة.',
  eraseTitle: 'محو كل شيء؟',
  eraseForGood: 'نعم، امحُه نهائيًا',
  back: 'عودة',
  erased: 'مُحي كل شيء',
  aboutErased: 'أُلغي اشتراكك، ولم يعد يُعرف عنك هنا شيء. شكرًا على القراءة.',

  notFound: 'لا شيء هنا',
  aboutNotFound: 'هذا العنوان لا يؤدي إلى شيء.',
  failed: 'حدث خطأ',
  aboutFailed: 'الخطأ منا لا منك. حاول مرة أخرى بعد دقائق.',
  refused: 'لم يُقبل هذا',
  aboutRefused: 'ما أُرسل ليس ما تنتظره هذه الصفحة. عد وحاول مرة أخرى.',

  confirmSubject: name => `أكّد اشتراكك في ${name}`,
  knownSubject: name => `أنت مشترك في ${name}`,
  confirmMail: name => `طلب أحدهم، ولعله أنت، إرسال ${name} إلى هذا العنوان.`,
  confirmMailButton: 'أكّد الاشتراك',
  confirmMailWithin: 'الرابط صالح سبعة أيام.',
  confirmMailIgnore: 'إن لم تكن أنت فلا تفعل شيئًا، ولن يُرسل إليك شيء.',
  knownMail: name =>
    `طلب أحدهم، ولعله أنت، إرسال ${name} إلى هذا العنوان. وهو يُرسل إليه بالفعل: لا يلزمك شيء.`,
  knownMailIgnore: 'إن لم تكن أنت فلا تفعل شيئًا: لم يتغير شيء.',
  preferences: 'اشتراكك',
}

/** By primary language subtag, as the words of every format. */
export const serveWords = { en, de, fr, es, ar } as const

const table: Readonly<Record<string, ServeWords>> = serveWords

/** The public server's words in a language; English where it is not in the table. @param lang BCP 47 */
export const serveWordsIn = (lang: string): ServeWords =>
  table[lang.split('-')[0]?.toLowerCase() ?? 'en'] ?? en
