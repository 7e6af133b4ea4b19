// @ts-check
import { rolldown } from 'rolldown'

/**
 * Folds the program of the preview's page into files that a browser loads.
 *
 * @param {string} from the folder of its sources, compiled or not
 * @param {string} to the folder that is written
 */
export async function bundlePage(from, to) {
  const extension = from.startsWith('build/') ? 'js' : 'ts'
  const bundle = await rolldown({ input: { main: `${from}/main.${extension}` }, platform: 'browser' })
  await bundle.write({
    dir: to,
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[name]-[hash].js',
    minify: true,
  })
  await bundle.close()
}
