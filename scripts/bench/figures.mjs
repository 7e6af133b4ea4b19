// @ts-check
import { readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** The least and the most of some values. @param {readonly number[]} values at least one */
export const spread = values => /** @type {[number, number]} */ ([Math.min(...values), Math.max(...values)])

/**
 * The size of every file, by its path from the folder.
 *
 * @param {string} folder
 * @returns {Record<string, number>} bytes
 */
export function outputBytes(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const sizes = files.map(entry => {
    const path = join(entry.parentPath, entry.name)
    return /** @type {const} */ ([relative(folder, path).split(sep).join('/'), statSync(path).size])
  })
  return Object.fromEntries(sizes.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Two columns, the second to the right.
 *
 * @param {string[][]} rows
 */
export function table(rows) {
  const width = (/** @type {number} */ column) => Math.max(...rows.map(row => (row[column] ?? '').length))
  return rows
    .map(([left = '', right = '']) => `${left.padEnd(width(0))}  ${right.padStart(width(1))}`)
    .join('\n')
}
