import { type HttpAnswer, type HttpRequest, NoAnswer } from '../send/remote/door.js'

/** Sends a request by POST, by http or https, and follows no redirect: what it carries is for this host alone. */
export async function postHttp(request: HttpRequest): Promise<HttpAnswer> {
  const { url, headers, body, milliseconds, bytes, signal } = request
  const deadline = AbortSignal.timeout(milliseconds)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    })
    return {
      status: response.status,
      header: name => response.headers.get(name),
      body: await bodyOf(response, bytes),
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    if (error instanceof NoAnswer) throw error
    if (deadline.aborted) throw new NoAnswer('late', `no answer came within ${milliseconds / 1000} s`)
    throw noAnswer(error)
  }
}

async function bodyOf(response: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  // Node's streams can be gone through, which the types of the web do not say.
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > most) throw new NoAnswer('too-large', `its answer is larger than ${most} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Codes of a certificate that is not taken (Node's `tls`, OpenSSL's X509_V_ERR). */
const certificate = /CERT|^DEPTH_ZERO|^UNABLE_TO_(?:GET|VERIFY)|^ERR_TLS_/

/** What a failure of `fetch` was: its cause says it. */
function noAnswer(error: unknown): NoAnswer {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new NoAnswer('not-found', 'its name is not found; is it written right, and is there a network?')
  if (certificate.test(code))
    return new NoAnswer(
      'certificate',
      `its certificate is not one that this machine trusts (${code}). One of your own is trusted where NODE_EXTRA_CA_CERTS names it`,
    )
  if (/^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH|ADDRNOTAVAIL)$|CONNECT_TIMEOUT/.test(code))
    return new NoAnswer('refused', `nothing answers there (${code})`)
  if (code === 'EPROTO' || /^ERR_SSL_/.test(code))
    return new NoAnswer('refused', 'it does not speak TLS there; is the port right?')
  // Fetch standard, 2.9: ports of other services are asked by nobody.
  if (cause instanceof Error && cause.message === 'bad port')
    return new NoAnswer('refused', 'its port is that of a service of another kind')
  return new NoAnswer('lost', `the connection was lost${code === '' ? '' : ` (${code})`}`)
}
