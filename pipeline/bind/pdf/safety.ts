/**
 * What keeps a hostile article from reaching anything while it is printed. Three fences stand one behind
 * the other: the browser cannot name or reach a host, a page may only ask for what the policy lists, and
 * what it asks for comes from memory.
 */

/** The origin every printed page lives on. `.invalid` never resolves (RFC 6761, section 6.4). */
export const virtualOrigin = 'http://press.invalid'

/** The empty page that is opened once, for its content security policy to outlive every print. */
export const shellPath = '/shell'

/** No script, frame, form, base or connection; images, styles and fonts from the virtual origin only. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "style-src 'unsafe-inline' 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Flags for Chromium that close the network: no host name or address resolves, and whatever is asked
 * for goes to a proxy that does not exist (loopback too, which Chromium would otherwise exempt). The rest
 * silence Chromium's own background traffic. `--no-sandbox` is not among them: that is the launcher's to
 * decide.
 */
export const printSafetyArgs: readonly string[] = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  // WebRTC asks its servers by datagrams, which pass a proxy by; were scripts ever to run, it could reach any address.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
