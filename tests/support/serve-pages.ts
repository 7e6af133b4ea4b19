import { toHtml } from 'hast-util-to-html'
import type { Browser } from 'puppeteer'
import type { Publication } from '../../pipeline/article.js'
import { servingOf } from '../../pipeline/serve/serving.js'
import { askPage } from '../../templates/serve/ask.js'
import { letterHtml } from '../../templates/serve/mail.js'
import { noticePage } from '../../templates/serve/notice.js'
import type { Place } from '../../templates/serve/place.js'
import { preferencesPage } from '../../templates/serve/preferences.js'
import type { ReaderFacts } from '../../templates/serve/reader-facts.js'
import { subscribeForm } from '../../templates/serve/subscribe.js'
import { openPage, violations } from './browser.js'
import { aServer } from './readers-server.js'
import { publication } from './rendering.js'

/** What the pages are made with, of a publication in a language. */
export const placeIn = (lang: string, changes: Partial<Publication> = {}): Place =>
  servingOf({
    ...aServer(),
    publication: {
      ...publication,
      lang,
      email: { from: 'Slack Water <letters@example.org>' },
      ...changes,
    },
  }).place

const email = 'hester.quayle@saltmere.example.org'
const facts: ReaderFacts = {
  email,
  name: 'Hester Quayle',
  state: 'active',
  since: '2026-01-02T03:04:05.000Z',
  attributes: { lang: 'en-GB', town: 'Saltmere' },
  tags: ['members', 'tides'],
  consent: { at: '2026-01-02T03:04:05.000Z', source: 'form', address: '2001:db8:1:2:3:4:5:6' },
  softBounces: 2,
}
const ways = {
  preferences: '/preferences/1.1.1.0',
  unsubscribe: '/unsubscribe/1.1.1.0',
  data: '/preferences/1.1.1.0/data.json',
  erase: '/preferences/1.1.1.0/erase',
}

/** Every page of the public server, and its letter, by what it is. */
export function everyPage(place: Place): Readonly<Record<string, string>> {
  const { words } = place
  const pages = {
    form: subscribeForm(place),
    'wrong form': subscribeForm(place, { email: 'hester', name: 'Hester', wrong: 'email' }),
    'wrong name': subscribeForm(place, { email, name: 'www.example.net', wrong: 'name' }),
    sent: noticePage(place, { title: words.lookIntoMailbox, said: [words.onItsWay, words.nothingThere] }),
    confirm: askPage(place, {
      title: words.confirmTitle,
      said: words.confirmBefore,
      email,
      button: words.confirm,
      action: '/confirm/1.1.1.0',
    }),
    leave: askPage(place, {
      title: words.leaveTitle,
      said: words.leaveBefore,
      email: 'h…@saltmere.example.org',
      button: words.leave,
      action: ways.unsubscribe,
    }),
    left: noticePage(place, {
      title: words.left,
      said: [words.mayStillCome],
      email: 'h…@saltmere.example.org',
      after: [words.seeOrErase],
      ways: [{ label: words.subscribe, href: '/subscribe' }],
    }),
    'unknown link': noticePage(place, {
      title: words.unknownLink,
      said: [words.aboutUnknownLink],
      otherwise: true,
    }),
    preferences: preferencesPage(place, facts, ways, 'saved'),
    'preferences of who left': preferencesPage(place, { ...facts, state: 'unsubscribed' }, ways, 'wrong'),
    erase: askPage(place, {
      title: words.eraseTitle,
      said: words.aboutErasing,
      email,
      button: words.eraseForGood,
      action: ways.erase,
      back: { label: words.back, href: ways.preferences },
    }),
    letter: letterHtml(place, {
      subject: words.confirmSubject(place.publication.name),
      said: [words.confirmMail(place.publication.name)],
      link: { label: words.confirmMailButton, href: 'https://letters.example.org/confirm/1.1.1.0' },
      after: [words.confirmMailWithin, words.confirmMailIgnore],
      also: { label: words.whatWeKnow, href: 'https://letters.example.org/preferences/1.1.0.0' },
    }),
  }
  return Object.fromEntries(Object.entries(pages).map(([name, tree]) => [name, toHtml(tree)]))
}

/** What is wrong with pages in a browser: wider than a desk or a phone, closed to somebody, asking for something. */
export async function pageTroubles(
  browser: Browser,
  pages: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const address = 'https://letters.example.org/'
  const troubles: string[] = []
  for (const [name, html] of Object.entries(pages)) {
    const shown = { bytes: Buffer.from(html), type: 'text/html; charset=utf-8' }
    const { page, asked, said } = await openPage(browser, address, url =>
      url === address ? shown : undefined,
    )
    for (const width of [1200, 320]) {
      await page.setViewport({ width, height: 800 })
      const taken = await page.evaluate(() => document.documentElement.scrollWidth)
      if (taken > width) troubles.push(`${name} takes ${taken} of ${width}`)
    }
    for (const scheme of ['light', 'dark'] as const)
      troubles.push(...(await violations(page, scheme)).map(fault => `${name}, ${scheme}: ${fault}`))
    troubles.push(...[...asked, ...said].map(each => `${name}: ${each}`))
    await page.close()
  }
  return troubles
}
