/** How much a finding weighs: an error stops the renditions it touches, a warning does not, an info is a decision told. */
export type Severity = 'error' | 'warning' | 'info'

interface Rule {
  readonly severity: Severity
  /** What the rule finds, and why it matters: the sentence its page in the docs opens with. */
  readonly description: string
  /** Why nobody may change its severity or silence it, as the end of a sentence; undefined where people may. */
  readonly fixed: string | undefined
}

const error = (description: string) => ({ severity: 'error', description, fixed: undefined }) as const
const warning = (description: string) => ({ severity: 'warning', description, fixed: undefined }) as const
const info = (description: string) => ({ severity: 'info', description, fixed: undefined }) as const
/** An error that stays one, whatever a config or a comment says: nothing sound can be made, or safety is at stake. */
const fixed = <Why extends string>(description: string, why: Why) =>
  ({ severity: 'error', description, fixed: why }) as const

/** Every message that Trifold can give about content, by rule id. docs/rules.md has a section for each. */
export const rules = {
  'config-file': fixed(
    'The config cannot be found or read, or a folder holds two.',
    'there is no config to go by',
  ),
  'config-syntax': fixed(
    'The config is not valid YAML, or its code does not run.',
    'there is no config to go by',
  ),
  'config-key': fixed(
    'A key of the config is not one that Trifold knows.',
    'what the key was to change is not known',
  ),
  'config-value': fixed(
    'A key of the config has a value it does not take.',
    'what the key was to change is not known',
  ),
  'encoding-invalid': warning('The file holds bytes that are not UTF-8; each is shown as U+FFFD.'),
  'encoding-guessed': warning('The file is not UTF-8 and does not say what it is; its encoding was guessed.'),
  'control-character': warning(
    'The text holds NUL or control characters, which no format may carry; they are left out.',
  ),
  'direction-control': info(
    'The text holds characters that turn the direction of what follows; they end where they stand or are left out.',
  ),
  'article-empty': fixed('The file has no text to publish.', 'there is nothing to publish'),
  'article-nested': fixed(
    'Elements of the article lie too deep in one another.',
    'a part of the text would be missing',
  ),
  'article-unreadable': fixed('The file cannot be read.', 'there is no text'),
  'import-guess': info(
    'Something that a plain text does not say was decided: a heading, a list, who wrote it.',
  ),
  'import-doubt': warning('Something of a plain text could not be decided, or only with doubt; look at it.'),
  'import-dropped': warning(
    'Something that belongs to a page or a document and not to its text was left out.',
  ),
  'front-matter-syntax': warning(
    'The front matter is not valid YAML or TOML; the keys that could be read were kept.',
  ),
  'front-matter-value': error('A key of the front matter has a value of the wrong type.'),
  'front-matter-key': info(
    'A key of the front matter is not one that Trifold knows, or says what another has said; it is left alone.',
  ),
  'issue-articles': fixed(
    'An issue has no articles, or lists one that is not there or listed before.',
    'an article would be missing, or there is none',
  ),
  'issue-unlisted': warning('A Markdown file lies in the folder of an issue whose list leaves it out.'),
  'issue-draft': info('An article of an issue is a draft; the issue is published without it.'),
  'import-style': warning('A Word document has styles that have no place in an article; their text is kept.'),
  'import-post': info('A post of an export is a draft, a page, or has no text; it is left out.'),
  'slug-taken': fixed(
    'Two issues have the same slug and would write over each other.',
    'one issue would be written over the other',
  ),
  'title-missing': warning(
    'The article has no title in its front matter and no first heading; the file name stands in.',
  ),
  'title-long': warning('A title of over 200 characters breaks inbox lines, running heads and covers.'),
  'standfirst-long': info('A description of over 300 characters, where one or two sentences are shown.'),
  'date-missing': info(
    'The article has no date; files carry a fixed one, so that the same input gives the same bytes.',
  ),
  'date-order': warning('An article was changed or corrected before the day it was published.'),
  'date-after-issue': info('An article is newer than the issue it stands in.'),
  'language-unknown': warning('A passage names a language that there is not.'),
  'language-text': warning('The article is written in another language than it says.'),
  'heading-shifted': info('A heading was moved to the levels an article has: 2 to 4, with none skipped.'),
  'heading-empty': info('A heading without words was left out.'),
  'heading-repeated': info('Two headings of the same section have the same words.'),
  'directive-unknown': warning(
    'A `:::name` or `::name` that Trifold does not know; its text is kept as written.',
  ),
  'directive-unclosed': warning(
    'A `:::` block is never closed; it runs to the end of the text that holds it.',
  ),
  'directive-malformed': warning(
    'Something that looks like a directive but is not one, an unquoted address in it say.',
  ),
  'directive-attribute': warning('A directive lacks an attribute, or has a value it does not take.'),
  'comment-dropped': info(
    'A private comment between `%%` and `%%`, as Obsidian writes it; it is in no output.',
  ),
  'embed-note': warning('A note that `![[ ]]` would put into the text; it is a link instead.'),
  'merge-tag-unknown': info('A `{{ name }}` whose name the publication does not declare; it is text.'),
  'merge-tag-malformed': warning(
    'Braces around the name of a merge tag that are no tag, for a filter or a quotation mark; they are text.',
  ),
  'merge-tag-default': info('A merge tag in the text without words for where there is no value.'),
  'merge-tag-place': info(
    'A merge tag in the front matter where no reader sees it filled: only `subject` and `preheader` are.',
  ),
  'merge-tag-service': warning(
    'A merge tag that the service which sends the email (`email.profile`) has no form for; its default stands.',
  ),
  'html-dropped': warning('HTML that has no place in an article, and its content, were left out.'),
  'html-unwrapped': info('An HTML element that has no place in an article was left out; its content stays.'),
  'html-furniture': info(
    'What a site sets around an article or into it was left out: navigation, share buttons, pixels that count readers.',
  ),
  'html-source': info(
    'A line of a page that says who wrote the article, when, or where it is from was taken into the front matter.',
  ),
  'html-metadata': info(
    'What a page says of its article cannot be right, a date that is none say; it was left out.',
  ),
  'url-unsafe': warning(
    'An address whose scheme is not http, https, mailto or tel; the link was left out, its text kept.',
  ),
  'note-undefined': warning('A footnote is called that is nowhere written.'),
  'note-repeated': warning('Two footnotes have the same label; the second is kept at the end.'),
  'note-unused': warning(
    'A footnote is written that is nowhere called; it would be lost, and is kept at the end.',
  ),
  'math-invalid': warning('A formula that could not be read; its source is shown instead.'),
  'link-broken': warning('A link to a place in the article that is not there; its text is kept.'),
  'link-address': warning(
    'An address that leads nowhere as it is written: without a host, without its scheme, or into a private network.',
  ),
  'link-text': info('A link whose words do not say where it leads.'),
  'link-ambiguous': info('Links with the same words lead to different pages.'),
  'link-tracked': warning(
    'A link that leads through the counter of a mail program, a search page or another newsletter.',
  ),
  'link-dead': warning('A link to an address that is gone.'),
  'link-moved': info('A link to an address that has moved for good.'),
  'link-unknown': info('Whether a link leads somewhere could not be told.'),
  'id-duplicate': warning('An id that is written twice; links to it lead to the first.'),
  'image-missing': warning('An image file that is not there; its alternative text stands in its place.'),
  'image-outside': fixed(
    'An image outside the content folder; nothing there is read.',
    'files of this machine would be published',
  ),
  'image-remote': warning(
    'An image at another address; nothing is fetched, and its alternative text stands in.',
  ),
  'image-unfetched': warning(
    'An image at another address could not be fetched; its alternative text stands in.',
  ),
  'image-unreadable': warning('An image that cannot be decoded; its alternative text stands in its place.'),
  'image-still': info(
    'An animation that is no GIF, or a large one; its first picture stands where it would move.',
  ),
  'image-alt': warning('An image without alternative text says nothing to a reader who cannot see it.'),
  'image-alt-placeholder': warning(
    'Alternative text that is the name of a file, or says only that there is a picture.',
  ),
  'image-alt-wording': info(
    'Alternative text that opens with “image of”, repeats the caption, or is longer than 400 characters.',
  ),
  'image-resolution': info('A picture has too few pixels for the width that the PDF shows it at.'),
  'image-heavy': info('A picture is a file of over 10 megabytes, of which no format takes more than a part.'),
  'image-shape': info('A picture is so high or so wide that a page or a telephone makes it very small.'),
  'glyph-missing': error(
    'A character that no font of the publication has would print as an empty box, or differently on each machine.',
  ),
  'font-foreign': warning('A font of this machine is in the PDF; another machine makes another PDF.'),
  'cover-font': warning(
    'The cover has words that no font of the publication has, and is drawn without them, or not at all.',
  ),
  'source-changed': warning(
    'A word of a text that may not be altered is other than when the article was brought in.',
  ),
  'parity-words': error(
    'A finished file lacks words that the article has, or has them in another order: its text, notes, captions, alternative texts.',
  ),
  'parity-order': warning(
    'A screen reader hears words of the PDF in another order than they are written in, or two of them as one.',
  ),
  'parity-repeated': warning('A finished file has a passage of the article more often than the article.'),
  'parity-link': error('A finished file lacks a link that the article has.'),
  'republished-terms': warning(
    'A republished article does not say what licences ask for: the address of the original, the licence, whose work it is.',
  ),
  'picture-rights': warning(
    'A picture of a republished article does not say under what it may be shown; it is left out.',
  ),
  'postal-address': warning(
    'A mailing without a postal address is against the law in many places (CAN-SPAM, 15 U.S.C. 7704).',
  ),
  'email-size': warning(
    'The email is near the 102,400 bytes of HTML at which Gmail clips a message, or over them.',
  ),
  'email-cut': warning('The email was longer than Gmail shows; it was cut, with a link to the rest.'),
  'email-digest': warning(
    'Articles of the issue are digests in the email, for want of room, or one is not, for it is nowhere whole.',
  ),
  'email-overflow': fixed(
    'The email is longer than Gmail shows, and the config says not to cut it.',
    'there is no email; `email.overflow` of the config says what becomes of a long one',
  ),
  'unsubscribe-missing': warning(
    'A mailing without a way to unsubscribe is against the law in many places (CAN-SPAM, 15 U.S.C. 7704).',
  ),
  'subject-long': info('A subject of over 70 characters, the end of which no inbox shows.'),
  'preheader-long': info('A preheader of over 140 characters, the end of which no inbox shows.'),
  'preheader-missing': info(
    'The email has no preheader; inboxes show its first words after the subject, whatever they are.',
  ),
  'subject-spam': info('The subject or the preheader of the email has what spam filters count.'),
  'link-empty': warning(
    'A link without words, which nobody sees and a screen reader reads out as an address.',
  ),
  'link-insecure': info('A link by http: where https: would keep from others what the reader reads.'),
  'email-headings': warning('The email has no h1 or several, or its headings skip a level.'),
  'email-language': warning('The email does not say its language or direction where webmail keeps it.'),
  'email-table': warning('A table that a screen reader would take for another kind of table.'),
  'email-image': warning('A picture of the email that some client would not show, or not in its size.'),
  'email-fragment': warning('A link to a place in the email that is not there.'),
  'email-id': warning('An id that is in the email twice.'),
  'email-styles': warning('CSS of which some client drops more than the declaration itself.'),
  'email-hidden': warning('Something hidden that classic Outlook shows, or filler that nobody sees.'),
  'email-clients': warning('HTML or CSS that some mail client does not support.'),
  'email-html': warning(
    'The HTML of the email breaks a rule of HTML or of its accessibility, by html-validate.',
  ),
  'email-accessibility': warning(
    'The email has what some readers cannot see, hear or press, by the rules of axe.',
  ),
  'web-html': warning(
    'The HTML of the web page breaks a rule of HTML or of its accessibility, by html-validate.',
  ),
  'web-accessibility': warning(
    'The web page has what some readers cannot see, hear or press, by the rules of axe.',
  ),
  'check-skipped': info('A check could not be made, for want of what it needs.'),
  'epub-invalid': error('EPUBCheck found a fault in the finished EPUB.'),
  'epub-accessibility': warning('The EPUB keeps some readers out, by the rules of Ace.'),
  // Nobody can write in another language for a Kindle's sake: a warning would make `--strict` useless to whoever writes Russian.
  'epub-language': info('The book is in a language that Kindle has no books in.'),
  'epub-size': warning('The EPUB is larger than a Kindle can be sent.'),
  'epub-cover': warning('The cover is smaller than Kindle takes.'),
  'epub-font': warning('The EPUB was to have a typeface that is not installed.'),
  'epub-contents': warning('A long article has no headings, and the contents no places in it.'),
  'epub-chapter': warning('An article is so long that e-readers are slow to open it.'),
  'epub-pages': warning('The publication asks for a list of the PDF’s pages in the EPUB, and there is none.'),
  'epub-link': warning('A link of the book leads nowhere in it.'),
  'epub-formula': warning('A formula that is too wide for an e-reader.'),
  'epub-table': warning('A table of a size that a Kindle cannot enlarge.'),
  'epub-table-wide': warning('A table of more columns than small screens show.'),
  'pdf-unfinished': warning(
    'The PDF could not be given its metadata and tags; it is as the browser printed it.',
  ),
  'pdf-page-numbers': warning(
    'The page numbers in the contents or the text kept moving what they number, and some are a page out.',
  ),
  'pdf-qr': warning('The publication asks for a QR code in the PDF, and the article has no address for one.'),
  'pdf-link': warning('A link of the article has no area to press in the PDF.'),
  'browser-missing': fixed('The PDF needs a browser, and none was found.', 'there is no PDF'),
  'browser-failed': fixed('The browser died or did not answer while printing.', 'there is no PDF'),
  'rendition-failed': fixed('A format could not be made.', 'the format is not there'),
  'site-item': warning(
    'What an earlier build left of an issue cannot be used; the archive or the feeds do without it.',
  ),
  'shard-set': fixed(
    'Shards are not the whole of one build: one is missing or there twice, or was built otherwise than the others.',
    'what is merged would be no build of the publication',
  ),
  'shard-file': fixed(
    'A shard’s folder does not hold what its build wrote.',
    'what nobody built would be published, or files of this machine',
  ),
  'ignore-invalid': warning(
    'A comment that was to silence a rule names none that can be silenced, or gives no reason; it silences nothing.',
  ),
  'ignore-unused': info('A comment silences a rule that finds nothing there.'),
  'build-differs': error('A file came out otherwise when it was built once more (`trifold build --verify`).'),
  'output-unwritable': fixed('A file could not be written.', 'the file is not there'),
} as const satisfies Record<string, Rule>

/** The id of a rule. */
export type RuleId = keyof typeof rules

/** A rule whose severity a config may change, and that a comment may silence. */
export type ChangeableRule = {
  [Id in RuleId]: (typeof rules)[Id]['fixed'] extends string ? never : Id
}[RuleId]

/** Whether it is the id of a rule. */
export const isRule = (id: string): id is RuleId => Object.hasOwn(rules, id)

/** Whether it is the id of a rule whose severity may be changed. */
export const isChangeable = (id: string): id is ChangeableRule => isRule(id) && rules[id].fixed === undefined

/** The rules whose severity may be changed, in the order of the table. */
export const changeableRules: readonly ChangeableRule[] = Object.keys(rules).filter(isChangeable)

/** Where the rules are described; shipped with the package. */
const documentation = 'docs/rules.md'

/** The page, and the place on it, that describes a rule. */
export const ruleUrl = (id: RuleId): string => `${documentation}#${id}`
