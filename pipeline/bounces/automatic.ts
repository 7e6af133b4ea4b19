import type { Header } from 'postal-mime'

/** Subjects that programs give an answer in somebody's absence. */
const absent =
  /^(?:out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)|automatische antwort|abwesenheit|réponse automatique|respuesta automática)/i

/**
 * Whether a program answers in place of the reader: the mailbox is there, and the message reached it. The header made for
 * this (`Auto-Submitted: auto-replied`, RFC 3834, 5) tells it of a message that gives no code of a reply; Postfix and Exim
 * mark their notices of failure by the same.
 */
export const isAutomaticAnswer = (headers: readonly Header[], hasCode: boolean): boolean =>
  headers.some(
    ({ key, value }) =>
      (key === 'subject' && absent.test(value.trim())) ||
      (key === 'precedence' && /auto_?reply/i.test(value)) ||
      /^x-auto(?:reply|respond)$/.test(key) ||
      (key === 'auto-submitted' && !hasCode && /^\s*auto-replied/i.test(value)),
  )
