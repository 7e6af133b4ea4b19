// @ts-check
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installedApart } from './installed-apart.mjs'

/** What the email is compared with. They are no packages of the project's: a folder of their own holds them. */
export const peers = {
  '@react-email/components': '1.0.12',
  '@react-email/render': '2.3.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
}

/** The peers, installed where they are not yet; undefined where they cannot be, which has been said. */
export async function loadPeers() {
  const folder = installedApart('trifold-bench', peers)
  if (folder === undefined) {
    console.log('They could not be installed: React Email is left out.')
    return undefined
  }
  const from = createRequire(join(folder, 'package.json'))
  /** @param {string} name @returns {Promise<any>} */
  const load = async name => {
    const module = await import(pathToFileURL(from.resolve(name)).href)
    return module.default ? { ...module.default, ...module } : module
  }
  return {
    react: await load('react'),
    components: await load('@react-email/components'),
    render: (await load('@react-email/render')).render,
  }
}
