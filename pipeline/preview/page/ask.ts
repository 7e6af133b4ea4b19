/** Why something is not to be had, as a sentence. */
export interface Fault {
  readonly fault: string
}

/** Whether there is no answer but a reason. */
export const isFault = (answer: unknown): answer is Fault =>
  typeof answer === 'object' && answer !== null && 'fault' in answer && typeof answer.fault === 'string'

const gone: Fault = { fault: 'The preview does not answer. Is it still running in the terminal?' }

/**
 * Asks the preview's server for something. Never rejects: what went wrong is a fault; what is not there is undefined.
 *
 * @param address seen from the page
 */
export async function ask<Answer>(
  address: string,
  method: 'GET' | 'POST' = 'GET',
): Promise<Answer | Fault | undefined> {
  const response = await fetch(address, { method }).catch(() => undefined)
  if (!response) return gone
  if (response.status === 404) return undefined
  try {
    // The server's own routes answer so; what they answer with is a type that both share.
    return (await response.json()) as Answer
  } catch {
    return { fault: 'The preview gave no answer that can be read. Load this page again.' }
  }
}

/** The same for a text. */
export async function askText(address: string): Promise<string | undefined> {
  const response = await fetch(address).catch(() => undefined)
  return response?.ok ? response.text() : undefined
}
