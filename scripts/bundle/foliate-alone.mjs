// @ts-check

const nothing = '\0nothing.js'

/** What foliate loads for books that are no EPUB with flowing text, and for what the page does not ask of it. */
const unread = /^\.\/(?:comic-book|fb2|mobi|fixed-layout|search|tts|vendor\/zip|vendor\/fflate)\.js$/

/**
 * What foliate-js needs to show an EPUB, with nothing in it that runs: foliate allows a book's frame to run scripts, since
 * WebKit tells nobody of clicks in one that may not. Here it may not.
 *
 * @type {import('rolldown').Plugin}
 */
export const foliateAlone = {
  name: 'foliate-alone',
  resolveId: {
    filter: { id: unread },
    handler: (_, importer) => (importer && /[\\/]foliate-js[\\/]/.test(importer) ? nothing : null),
  },
  load: {
    filter: { id: /^\0nothing\.js$/ },
    handler: () => ({ code: 'export {}', moduleType: 'js' }),
  },
  transform: {
    filter: { id: /[\\/]foliate-js[\\/]paginator\.js$/ },
    handler(code) {
      const withoutScripts = code.replace("'allow-same-origin allow-scripts'", "'allow-same-origin'")
      if (withoutScripts === code) this.error('The sandbox of a book is not where it was')
      return withoutScripts
    },
  },
}
