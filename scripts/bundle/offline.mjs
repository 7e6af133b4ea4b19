// @ts-check

/**
 * What packages load to reach a network, and are never asked to: which importer, which import, and what is said if they
 * are. With the tables for host names, https and its kin it is an eighth of what a build loads.
 *
 * @type {readonly {importer: RegExp, id: RegExp, said: string}[]}
 */
const unused = [
  // The EPUB is handed all it packs (pipeline/bind/epub/pack.ts).
  {
    importer: /[\\/]epub-gen-memory[\\/]/,
    id: /^node-fetch$/,
    said: 'Unexpected address for the EPUB, whose packer fetches nothing',
  },
  // No part of a message has an address (pipeline/bind/email/message.ts).
  {
    importer: /[\\/]nodemailer[\\/]/,
    id: /^\.\.\/fetch\/index\.js$/,
    said: 'Unexpected address for the message, whose composer fetches nothing',
  },
  // The browser is spoken to over a pipe (pipeline/browser/launch.ts).
  {
    importer: /[\\/]puppeteer[\\/]lib[\\/]/,
    id: /^ws$/,
    said: 'Unexpected WebSocket, expected a browser on a pipe',
  },
]

const mark = '\0unused:'

/**
 * Packages without what they would reach a network with.
 *
 * @type {import('rolldown').Plugin}
 */
export const offline = {
  name: 'offline',
  resolveId: {
    filter: { id: unused.map(({ id }) => id) },
    handler(id, importer = '') {
      const at = unused.findIndex(each => each.id.test(id) && each.importer.test(importer))
      return at < 0 ? null : `${mark}${at}`
    },
  },
  load: {
    filter: { id: new RegExp(`^${mark}`) },
    handler(id) {
      const said = unused[Number(id.slice(mark.length))]?.said
      return {
        code: `export default function () { throw new Error(${JSON.stringify(said)}) }`,
        moduleType: 'js',
      }
    },
  },
}
