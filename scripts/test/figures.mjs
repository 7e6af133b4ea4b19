// @ts-check
/**
 * @typedef {{passed: number, failed: number}} Figures
 * @typedef {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   testResults: {status: string, assertionResults: {status: string}[]}[],
 * }} Report what vitest's json reporter writes, as far as it is read here
 */

/**
 * The figures of a run. A file that fails without a failed test in it (it does not compile, a hook threw) counts as
 * one failure, which vitest's own figures leave out.
 *
 * @param {Report} report
 * @returns {Figures}
 */
export function figuresOf(report) {
  const brokenFiles = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }
}

/** @param {Figures} figures */
export function figuresLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
