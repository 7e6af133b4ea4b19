// @ts-check

const mark = '\0no-fetch'

/**
 * The EPUB's packer without what it would fetch pictures and fonts with, of which the tables for host names alone are
 * 400 KB: it is handed all it packs (pipeline/bind/epub/pack.ts).
 *
 * @type {import('rolldown').Plugin}
 */
export const packerOffline = {
  name: 'packer-offline',
  resolveId: {
    filter: { id: /^node-fetch$/ },
    handler: (_, importer) => (importer && /[\\/]epub-gen-memory[\\/]/.test(importer) ? mark : null),
  },
  load: {
    filter: { id: new RegExp(`^${mark}$`) },
    handler: () => ({
      code: `export default () => { throw new Error('Unexpected address for the packer, which fetches nothing') }`,
      moduleType: 'js',
    }),
  },
}
