/**
 * Lines of a page and not of what stands on it, by language: the whole line, small letters. A row is a regular
 * expression; none backtracks, and they are held against short lines only.
 */
const rows: readonly string[] = [
  // English
  'advertisements?|advertising|sponsored|ad|share|share (?:this|on|via|to)\\b.{0,30}|tweet|(?:copy|get) link|subscribe(?: now)?|sign (?:in|up)(?: now)?',
  'sign up (?:for|to) .{2,40}|log ?in|listen(?: to this article)?|print|e-?mail|save(?: article)?|(?:\\d+ )?comments?(?: \\(\\d+\\))?|like|like this:?|loading\\.{0,3}',
  'reply|restack|(?:leave|post|add) a comment|skip to (?:main )?content|continue reading.{0,40}|story continues below.{0,20}|related(?: (?:articles?|posts?|stories|content|topics))?',
  'more from .{2,40}|read (?:more|next|also)|most (?:read|popular)|trending(?: now)?|menu|search|home|about|archives?|contact(?: us)?|(?:previous|next)(?: post| article)?',
  '\\d+ min(?:ute)?s?(?: read)?|(?:reading time|read time).{0,20}|facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|instagram|telegram|pocket|email this',
  "view (?:this )?(?:email|message|newsletter)? ?in (?:your )?browser|unsubscribe.{0,60}|manage (?:your )?preferences|you(?: are|’re|'re) receiving this.{0,120}|forward(?:ed)? this email.{0,40}",
  'for immediate release|press release|news release|media release|jump to recipe.{0,20}|print recipe|pin (?:this )?recipe|did you make this recipe.{0,40}|page \\d+(?: of \\d+)?',
  'all rights reserved\\.?|(?:©|\\(c\\)|copyright) ?.{0,60}|our standards:.{0,60}|back to top|cookie (?:policy|settings)|accept (?:all )?cookies|thanks for reading.{0,80}|watch:?|gift this article',
  'support (?:us|the) .{2,40}|print subscriptions?|save story|reuse this content|explore more on these topics|topics|follow us(?: on)?\\b.{0,40}|most viewed|recommended(?: for you)?',
  // Spanish, Portuguese, Italian, French
  'publicidad|compartir(?: (?:en|este)\\b.{0,30})?|te puede interesar|suscríb[ae](?:te|se).{0,40}|leer más|lee también|más noticias|comentarios|inicio|menú|todos los derechos reservados\\.?',
  'publicidade|compartilh(?:e|ar).{0,30}|leia (?:mais|também)|pubblicità|condividi.{0,30}|leggi anche|commenti|publicité|partager.{0,30}|lire aussi.{0,40}|abonnez-vous.{0,40}|commentaires',
  // German, Dutch
  'anzeige|werbung|(?:artikel )?teilen|mehr zum thema|zur startseite|lesezeit.{0,20}|newsletter (?:abonnieren|bestellen)|kommentare|drucken|merken|lesen sie auch.{0,60}',
  'pressemitteilung|medienmitteilung|zur sofortigen veröffentlichung|seite \\d+ von \\d+|startseite|advertentie|delen|lees ook.{0,60}|nota de prensa|comunicado de prensa|communiqué de presse',
  // Arabic, Hindi
  'إعلان|إعلانات|شارك.{0,20}|مشاركة|اقرأ أيضا.{0,40}|اقرأ المزيد|جميع الحقوق محفوظة.{0,20}|التعليقات|الرئيسية|طباعة',
  'विज्ञापन|शेयर(?: करें)?|साझा करें|यह भी पढ़ें.{0,40}|और पढ़ें|टिप्पणी(?:याँ)?(?: करें)?|पिछली पोस्ट|अगली पोस्ट|होम|सब्सक्राइब करें',
  // Chinese, Japanese, Russian
  '广告|廣告|分享(?:到)?.{0,12}|点赞|收藏|转发|评论|相关阅读|相关新闻|阅读原文|阅读全文|返回首页|首页|版权所有.{0,20}|広告|シェア(?:する)?|関連記事|реклама|поделиться.{0,20}|читайте также.{0,40}|комментарии',
  // Marks of an end, by agencies and press offices
  '(?:# ?){3}|[-–] ?30 ?[-–]|[-–]? ?ends? ?[-–]?|\\*{0,3}ende\\*{0,3}|-? ?fin ?-?|∙',
]
const furniture = new RegExp(`^(?:${rows.join('|')})$`, 'iu')
const separators = /\s*(?:[|·•/]|\s{2,})\s*/u

/** Whether a line is nothing but what a page has around its text. */
export function isFurniture(line: string): boolean {
  if (line.length > 160) return false
  const text = line.trim()
  if (furniture.test(text)) return true
  const parts = text.split(separators).filter(part => part !== '')
  return parts.length > 1 && parts.every(part => furniture.test(part))
}

const sections =
  /^(?:news|world|politics|business|economy|sports?|culture|arts?|books|music|film|opinion|comment|analysis|obituar(?:y|ies)|travel|food|science|health|technology|education|environment|lifestyle|features?|reviews?|local|nachrichten|politik|wirtschaft|kultur|meinung|wissenschaft|reise|gesellschaft|opinión|política|economía|cultura|sociedad|ciencia|viajes|opinions?|débats|tribune|société|économie|политика|общество|культура|экономика|أخبار|سياسة|اقتصاد|ثقافة|رأي|新闻|文化|社会|经济|观点|समाचार|राजनीति|संस्कृति)$/iu

/** Whether a line above a title is the name of a part of a newspaper. */
export const isPartOfPaper = (line: string): boolean => line.length <= 30 && sections.test(line.trim())

/** The name of an advertisement's place: it stands between any two paragraphs, and is never a sentence or a heading. */
export const isAdvertisement = (line: string): boolean =>
  /^(?:advertisements?|story continues below advertisement|anzeige|publicidad|publicidade|publicité|pubblicità|advertentie|إعلان|विज्ञापन|广告|廣告|広告|реклама)$/iu.test(
    line.trim(),
  )
