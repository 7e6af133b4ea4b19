// @ts-check
/**
 * @typedef {{
 *   version?: string,
 *   dev?: boolean,
 *   optional?: boolean,
 *   os?: string[],
 *   cpu?: string[],
 *   libc?: string[],
 *   optionalDependencies?: Record<string, string>,
 * }} LockedPackage
 * @typedef {{packages: Record<string, LockedPackage>}} Lock
 */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/**
 * The packages of native code for other systems that a lock file should list and does not: npm leaves them out, and
 * then refuses its own lock file, when the registry that it was written from does not hold them.
 *
 * @param {Lock} lock
 * @returns {Record<string, LockedPackage>} the entries to add, by place
 */
export function missingForOtherSystems(lock) {
  /** @type {Record<string, LockedPackage>} */
  const missing = {}
  for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (isListed(lock, place, name)) continue
      const only = systemOf(name)
      // What names no system, or no single version, is not native code published beside its package.
      if (!only || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(range)) continue
      missing[`node_modules/${name}`] = { version: range, ...only, ...(dev && { dev }), optional: true }
    }
  }
  return missing
}

/**
 * Whether Node would find a package from where another stands.
 *
 * @param {Lock} lock
 * @param {string} place
 * @param {string} name
 */
function isListed(lock, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true
    if (folder === '') return false
  }
}

/**
 * The system that a package's name says it is for, `@scope/binding-linux-x64-musl`.
 *
 * @param {string} name
 * @returns {Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | undefined}
 */
export function systemOf(name) {
  const words = (name.split('/').at(-1) ?? name).split('-')
  if (words.includes('wasm32')) return { cpu: ['wasm32'] }
  const os = words.find(word => systems.includes(word))
  const cpu = words.find(word => processors.includes(word))
  if (!os || !cpu) return undefined
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return { cpu: [cpu], os: [os], ...(os === 'linux' && libc && { libc: [libc] }) }
}
