// @ts-check
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The licences of the packages that modules are from, each with its copyright, as they ask to be handed on.
 *
 * @param {readonly string[]} modules their paths, absolute
 * @returns {Promise<string>}
 * @throws {Error} for a package that has no licence with it
 */
export async function notices(modules) {
  const folders = new Set(modules.map(packageOf).filter(folder => folder !== undefined))
  const parts = await Promise.all([...folders].sort().map(notice))
  return `${parts.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** @param {string} module @returns {string | undefined} its folder */
function packageOf(module) {
  const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module) ?? []
  return folder
}

/** @param {string} folder */
async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find(each => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(each))
  if (file === undefined) throw new Error(`${name} ${version}: expected its licence in ${folder}, found none`)
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`
}
