import { BrowserUnavailable } from '../world.js'
import type { BrowserSource } from './found.js'

/** A path that someone gave leads to no file. Not fallen through: who names a browser means that one. */
export class BrowserPathWrong extends BrowserUnavailable {
  override name = 'BrowserPathWrong'

  constructor(
    readonly path: string,
    readonly source: BrowserSource,
  ) {
    const giver = source === 'environment' ? 'PUPPETEER_EXECUTABLE_PATH' : 'the option or the configuration'
    super(`There is no browser at ${path}, which ${giver} names. Correct the path, or leave it out.`)
  }
}

const sandboxHint =
  '\nWhere this machine allows no sandbox, and the articles are your own, put `sandbox: false` into trifold.yaml.'

/** A browser that is there but does not run: a library is missing, or the file is no program for this machine. */
export class BrowserCannotStart extends BrowserUnavailable {
  override name = 'BrowserCannotStart'

  /** @param reason the first line that the browser wrote on its error stream, or what the system said */
  constructor(
    readonly path: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(
      `The browser ${path} does not start: ${reason}${/sandbox/i.test(reason) ? sandboxHint : ''}`,
      options,
    )
  }
}
