import type { Element } from 'hast'
import { hostsPictures } from '../../../render/links.js'
import { type EmailRule, named, shown } from '../checked-email.js'

/** CSS px: the width of the sheet, which is also the widest that classic Outlook draws without spoiling it. */
const widest = 600

/**
 * A picture is where readers find it, at the size it says, and in words for those who do not see it. Clients take `data:`
 * away (caniemail.com/features/image-base64), know no `srcset`, and classic Outlook draws a picture without a width
 * at its full size.
 */
export const emailImage: EmailRule = email => {
  const hosted = hostsPictures(email.publication)
  const sources = named(email, 'picture', 'source').map(at => ({
    reason: `Unexpected \`${at.tagName}\`, expected one \`img\`: clients choose between no sources`,
    at,
  }))
  const faults = named(email, 'img').flatMap(at => faultsOf(at, hosted).map(fault => ({ reason: fault, at })))
  return [...sources, ...faults]
}

function faultsOf({ properties }: Element, hosted: boolean): string[] {
  const { src, alt, width, height, srcSet } = properties
  const address = String(src ?? '')
  const name = `picture \`${shown(address)}\``
  const side = (word: string, value: unknown, expected: string, most: number) => {
    const size = String(value ?? '')
    if (/^[1-9]\d*$/.test(size) && Number(size) <= most) return []
    const found =
      value === undefined ? `${name} without ${word}` : `${word} \`${shown(size)}\` of the ${name}`
    return [`Unexpected ${found}, expected ${expected}`]
  }
  return [
    ...(isFound(address, hosted)
      ? []
      : [
          `Unexpected address of the ${name}, expected ${hosted ? 'one that begins with https:' : 'a picture that goes along in the message'}`,
        ]),
    ...side('width', width, `a whole number up to ${widest}`, widest),
    ...side('height', height, 'a whole number', Number.MAX_SAFE_INTEGER),
    ...(typeof alt === 'string' ? [] : [`Unexpected ${name} without \`alt\`, expected what it shows`]),
    ...(srcSet === undefined ? [] : [`Unexpected \`srcset\` of the ${name}, expected \`src\` alone`]),
  ]
}

/** Beside the HTML and in the message the pictures that go along are files of ours. */
const isFound = (address: string, hosted: boolean): boolean =>
  /^https:\/\/./i.test(address) || (!hosted && /^(?:cid:|images\/)./.test(address))
