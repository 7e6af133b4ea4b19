import type { Browser } from 'puppeteer'
import type { VFileMessage } from 'vfile-message'
import type { ProgramRunner } from './world/programs.js'

/** What a path names. */
export type Entry = { readonly name: string; readonly kind: 'file' | 'folder' }

/** What is to be seen of a file or folder without reading it: what was changed has another. */
export interface Stamp {
  readonly id: string
  /** Whether a change from now on gives another stamp; one that was changed just now may be so once more in the same tick. */
  readonly isSettled: boolean
  /** Whether its times are fine: two changes by two programs, one after the other, hardly have the same. */
  readonly isFine: boolean
}

/** Files by absolute path. */
export interface Files {
  /** @throws an Error with `code` `ENOENT`, `EACCES`... as Node's */
  read(path: string): Promise<Uint8Array>
  /** What the folder holds, sorted by name; links are what they lead to. @throws as `read` */
  list(folder: string): Promise<readonly Entry[]>
  /** The path with every link resolved, or undefined where nothing is. */
  resolve(path: string): Promise<string | undefined>
  kind(path: string): Promise<'file' | 'folder' | undefined>
  /** The bytes that a file holds, without reading it; undefined for what is no file. */
  size(path: string): Promise<number | undefined>
  /** The stamp of each path; undefined where nothing is. Many at once are quick. */
  stamps(paths: readonly string[]): Promise<readonly (Stamp | undefined)[]>
  /** Writes the file whole or not at all, and the folders above it. @throws as `read` */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Removes a file or a folder with all in it; what is not there is no error. */
  remove(path: string): Promise<void>
}

/** What one run keeps for another. All of it may be gone at any time, and then is made again. */
export interface Cache {
  /** What was put under a key; undefined where it is gone, or not as it was put. */
  get(key: string): Promise<Uint8Array | undefined>
  /** Never fails: what cannot be kept is not. @param key of hex digits */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The lines of a log, the oldest first. @param name of hex digits */
  lines(name: string): Promise<readonly string[]>
  /** Adds lines to a log; other processes may do so at the same time. Never fails. */
  append(name: string, lines: readonly string[]): Promise<void>
  /** Has a log be these lines. Never fails. */
  replace(name: string, lines: readonly string[]): Promise<void>
}

/** A file of another host. */
export interface FetchRequest {
  readonly url: string
  /** Whether the config allows this address; asked again for each that the first one leads on to. */
  allows(url: URL): boolean
  /** Whether addresses of this machine and of its network may be asked. */
  readonly allowPrivate: boolean
  /** Which kinds are asked for (RFC 9110, 12.5.1); pictures by default. */
  readonly accept?: string
  /** The most bytes that are taken. */
  readonly bytes: number
  /** How long it may take in all, redirects counted. */
  readonly milliseconds: number
  readonly signal?: AbortSignal | undefined
}

/** What came of it. */
export interface FetchedFile {
  readonly bytes: Uint8Array
  /** Where it came from in the end. */
  readonly url: string
}

/** A file was not fetched. The message says why, as the end of a sentence. */
export class FetchRefused extends Error {
  override name = 'FetchRefused'
}

/** The host of an address has no entry in the names of the network. */
export class HostNotFound extends FetchRefused {
  override name = 'HostNotFound'

  /** @param forNow whether nobody could be asked for it, which may be otherwise in a moment */
  constructor(
    message: string,
    readonly forNow = false,
  ) {
    super(message)
  }
}

/** A question to another host: what it answers for an address, without what is there. */
export interface AskRequest {
  readonly url: string
  /** `HEAD`, or `GET` of a host that does not answer that; what then comes is not read. */
  readonly method: 'HEAD' | 'GET'
  /** Who asks, as the host's log has it (RFC 9110, 10.1.5). */
  readonly userAgent: string
  /** Whether addresses of this machine and of its network may be asked. */
  readonly allowPrivate: boolean
  /** How long the answer may take. */
  readonly milliseconds: number
  readonly signal?: AbortSignal | undefined
}

/** The answer's head. Where it leads on to another address, nobody has gone there yet. */
export interface Answer {
  /** RFC 9110, 15. */
  readonly status: number
  readonly location?: string | undefined
  /** As the host wrote it: seconds, or a date. */
  readonly retryAfter?: string | undefined
}

/** Where people see how it goes. */
export interface Log {
  /**
   * A line of the run's own: what was written, what comes next, what a rendition goes without.
   *
   * @param passing whether it may be otherwise the next time with all else as it is: what it tells of is then made again
   */
  info(line: string, passing?: boolean): void
  /** How far a long step is, 0 to 1. */
  progress(label: string, part: number): void
  message(message: VFileMessage): void
}

/** What is watched. */
export interface WatchRequest {
  /** Folders, absolute; one that is not there is waited for. */
  readonly folders: readonly string[]
  /** Whether what a path in them names is watched: of a folder, whether it is looked into. */
  wants(path: string): boolean
  /** Milliseconds between two looks, where the disk does not tell of changes by itself: a network's. */
  readonly poll?: number | undefined
  /** Told the path of what came, went or has changed; of one change perhaps more than once. */
  changed(path: string): void
  /** Told why something cannot be watched. */
  failed(error: Error): void
}

/** A watch that is being kept. */
export interface Watcher {
  close(): Promise<void>
}

/** A browser of the caller's own. */
export interface SpareBrowser {
  readonly browser: Browser
  /** Ends it. Never rejects. */
  close(): Promise<void>
}

/**
 * The one door to files, network, clock, browser and log. Everything that the pipeline touches outside itself comes
 * through here; world-node.ts is the real one, world-memory.ts its twin for tests.
 */
export interface World {
  readonly files: Files
  /** What earlier runs kept. */
  readonly cache: Cache
  readonly log: Log
  /** Environment variables; `SOURCE_DATE_EPOCH` and the browser's path are read from here. */
  readonly env: Readonly<Record<string, string | undefined>>
  /**
   * A running browser, launched at the first call and shared.
   * @throws BrowserUnavailable, which says how to get one
   */
  browser(): Promise<Browser>
  /**
   * Has the browser started while something else is done. Resolves once its process starts, long before it answers;
   * never rejects: `browser` says what went wrong.
   */
  startBrowser(): Promise<void>
  /**
   * A new browser for one more try at what the shared one failed at; nobody else is given it. Where a browser was handed
   * in, it is that one again.
   *
   * @param hung the shared browser, where it no longer answers: it is killed, unless it was handed in
   * @throws BrowserUnavailable
   */
  spareBrowser(hung?: Browser): Promise<SpareBrowser>
  /** What tells the browser from another build of it, without starting it; `none` where there is none. */
  browserBuild(): Promise<string>
  /** Bytes of a file of an installed npm package, a font say; undefined where the package or the file is not there. */
  packageFile(path: string): Promise<Uint8Array | undefined>
  /** Where that file lies, for a program that is to be run on it; undefined as above, and where it is not on a disk. */
  packagePath(path: string): string | undefined
  /** Gets a file from another host, within bounds. @throws FetchRefused */
  fetch(request: FetchRequest): Promise<FetchedFile>
  /** Asks another host what it has at an address. @throws FetchRefused, or of its kinds HostNotFound */
  ask(request: AskRequest): Promise<Answer>
  /** Waits, so as not to press another host. @throws the signal's reason when it is aborted */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Watches files. Resolves when every change from then on is told. */
  watch(request: WatchRequest): Promise<Watcher>
  /** Runs a program of this machine to its end, in a folder of its own; undefined where it is not there. */
  runProgram: ProgramRunner
  /** Milliseconds from some start; for progress only, never for anything written. */
  now(): number
  /** Closes what was opened. */
  close(): Promise<void>
}

/** No browser could be found or started. The message tells a person what to do. */
export class BrowserUnavailable extends Error {
  override name = 'BrowserUnavailable'
}
