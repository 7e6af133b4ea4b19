// @ts-check
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { foliateAlone } from './foliate-alone.mjs'
import { notices } from './notices.mjs'

/**
 * Folds the program of the preview's page into files that a browser loads, with the notices of the packages in it.
 *
 * @param {string} from the folder of its sources, compiled or not
 * @param {string} to the folder that is written
 */
export async function bundlePage(from, to) {
  const extension = from.startsWith('build/') ? 'js' : 'ts'
  const bundle = await rolldown({
    input: {
      main: `${from}/main.${extension}`,
      // It runs in a thread of its own, which loads nothing else.
      'pdf-worker': 'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
    },
    platform: 'browser',
    plugins: [foliateAlone],
  })
  const { output } = await bundle.write({
    dir: to,
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[name]-[hash].js',
    minify: true,
  })
  await bundle.close()
  const modules = output.flatMap(part => (part.type === 'chunk' ? part.moduleIds : []))
  await writeFile(join(to, 'notices.txt'), await notices(modules))
}
