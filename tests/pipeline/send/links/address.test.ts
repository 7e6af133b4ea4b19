import { describe, expect, test } from 'vitest'
import { countedLinkOf, countedLinks } from '../../../../pipeline/send/links/address.js'

const url = 'https://letters.example.org'
const digest = 'ab'.repeat(32)
const links = ['https://a.example/', `${url}/subscribe`, 'https://b.example/']

describe('the address of a link that is counted', () => {
  test('has the launch and the number, or of a test the build and the number', () => {
    expect(countedLinks({ url, digest, links }, 7)('https://b.example/')).toBe(`${url}/l/7/3`)
    expect(countedLinks({ url, digest, links }, 0)('https://a.example/')).toBe(`${url}/l/${digest}/1`)
  })

  test.each([
    ['leads to the server itself', `${url}/subscribe`],
    ['is not among them', 'https://c.example/'],
  ])('is none where the link %s', (_, address) => {
    expect(countedLinks({ url, digest, links }, 7)(address)).toBeUndefined()
  })

  test('is read again', () => {
    expect(countedLinkOf('7', '3')).toEqual({ owner: { launch: 7 }, number: 3 })
    expect(countedLinkOf(digest, '1')).toEqual({ owner: { digest }, number: 1 })
  })

  test.each([
    ['0', '1'],
    ['7', '0'],
    ['07', '1'],
    ['7', '1.0'],
    ['7', '-1'],
    ['7', '1000000'],
    ['99999999999', '1'],
    [digest.slice(1), '1'],
    ['https:', '1'],
    ['7', ''],
  ])('is not %s, %s', (owner, number) => {
    expect(countedLinkOf(owner, number)).toBeUndefined()
  })
})
