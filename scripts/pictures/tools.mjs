// @ts-check
import { spawnSync } from 'node:child_process'
import { exit } from 'node:process'

/**
 * A page of a PDF as `<target>.png`, at 384 dots an inch: poppler sets letters on whole dots, so a page is made large first.
 *
 * @param {string} pdf
 * @param {number} page from 1
 * @param {string} target without its extension
 */
export function pdfPage(pdf, page, target) {
  run('pdftoppm', ['-png', '-singlefile', '-r', '384', '-f', String(page), '-l', String(page), pdf, target])
}

/**
 * @param {string} zip
 * @param {string} folder made for it
 * @returns {string} the folder
 */
export function unpacked(zip, folder) {
  run('unzip', ['-q', zip, '-d', folder])
  return folder
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status === 0) return
  console.error(error ? `${program} is not here: install it.` : `${program} ended with code ${status}.`)
  exit(2)
}
