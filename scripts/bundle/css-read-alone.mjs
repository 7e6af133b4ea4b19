// @ts-check

const mark = '\0of-css-tree'

/**
 * What reads CSS and walks through it, and no more: EPUBCheck's rules use only that of a package whose tables of all
 * properties and their syntax take thrice as long to load, and are read from files beside it.
 *
 * @type {import('rolldown').Plugin}
 */
export const cssReadAlone = {
  name: 'css-read-alone',
  resolveId: {
    filter: { id: /^css-tree$/ },
    handler: (_, importer) => (importer && /[\\/]epubcheck-ts[\\/]/.test(importer) ? mark : null),
  },
  load: {
    filter: { id: new RegExp(`^${mark}$`) },
    handler: () => ({
      code: `export { default as parse } from 'css-tree/parser'\nexport { default as walk } from 'css-tree/walker'\n`,
      moduleType: 'js',
    }),
  },
}
