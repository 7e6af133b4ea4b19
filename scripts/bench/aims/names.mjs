// @ts-check
/** What is measured, by the name that tables show. */
export const names = {
  node: '`node -e 0`',
  version: '`trifold --version`',
  all: 'Trifold: all formats',
  email: 'Trifold: the email',
  pdf: 'Trifold: the PDF',
  epub: 'Trifold: the EPUB',
  web: 'Trifold: the web page',
  trio: 'pandoc to HTML, pandoc to EPUB, WeasyPrint to PDF',
  puppeteer: 'Bare puppeteer, the same page',
  pandocHtml: 'pandoc to HTML',
  pandocEpub: 'pandoc to EPUB',
  percollateEpub: 'percollate to EPUB, the same page',
  mjml: 'mjml, the same template',
  some: 'Trifold: 100 articles, all formats',
  raw: 'Raw Chromium, the same 100 pages',
  many: 'Trifold: 1,000 articles, all formats',
  again: 'Trifold: 1,000 articles, nothing to do',
  editText: 'An edit, to the email, the EPUB and the web page',
  editPdf: 'An edit, to the PDF',
}

/** Those of many articles, which take minutes. */
export const manyNames = [names.some, names.raw, names.many, names.again]
