import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { points, type Scale } from '../scale.js'

/** What an issue of several articles has: its contents, openings under a section's name, the letter, one colophon. */
export const issueRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
  '.issue-contents': { page: 'contents', breakAfter: 'page', marginBlockEnd: 0 },
  '.issue-contents > :is(h1, h2)': {
    fontSize: scale.size('title'),
    lineHeight: 1.12,
    fontWeight: 700,
    marginBlock: 0,
  },
  '.issue-contents > h2': { fontSize: scale.size('h2'), marginBlockStart: scale.lines(2) },
  '.issue-contents > ol': { marginBlockStart: scale.lines(1.5) },
  '.contents-article': { marginBlockStart: scale.lines(0.75) },
  '.contents-article > a': { fontSize: scale.size('body', 1.1), fontWeight: 600 },
  '.contents-authors': {
    fontSize: scale.size('small', 1.06),
    lineHeight: scale.lines(0.85),
    color: light.muted,
    breakBefore: 'avoid',
  },
  '.contents-article > ol': { marginBlock: `${scale.lines(0.25)} 0` },
  '.contents li.contents-section': { marginBlockStart: scale.lines(1.75), breakInside: 'auto' },
  '.contents-section-title': {
    borderBlockEnd: `${points(paper.body / 20)} solid ${light.line}`,
    fontSize: scale.size('small', 1.06),
    fontWeight: 700,
    color: light.accent,
    breakAfter: 'avoid',
  },
  '.contents-section > ol': { marginBlock: 0 },
  '.contents-section > ol > li:first-child': { marginBlockStart: scale.lines(0.5), breakBefore: 'avoid' },
  '.masthead .section': { fontSize: 'inherit', lineHeight: 'inherit', fontWeight: 700, color: light.accent },
  '.front > .date': {
    marginBlockStart: scale.lines(0.25),
    fontSize: scale.size('small'),
    lineHeight: scale.lines(0.85),
    color: light.muted,
  },
  // A letter is no essay: its title is small, and its paragraphs stand apart as on a letterhead.
  '.letter h1': { fontSize: scale.size('h2', 1.15), lineHeight: scale.lines(1.25) },
  '.letter .text > p + p': { textIndent: 0, marginBlockStart: scale.lines(1) },
  '.letter .text > .signature': {
    marginBlockStart: scale.lines(1),
    textIndent: 0,
    breakInside: 'avoid',
    breakBefore: 'avoid',
  },
  '.letter .text > .signature + .signature': { marginBlockStart: 0 },
  '.letter .text > .affiliation': { marginBlockStart: 0, breakBefore: 'avoid' },
  '.issue-colophon': {
    borderBlockStart: `${points(paper.body / 5)} solid ${light.ink}`,
    marginBlockStart: scale.lines(1),
  },
  '.issue-colophon strong': { color: light.ink },
})
