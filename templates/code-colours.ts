import type { CodeColour } from './tokens.js'

/** highlight.js scopes (highlightjs.readthedocs.io, "CSS classes reference") by the colour each is set in. */
const colours: Readonly<Record<string, CodeColour>> = {
  keyword: 'keyword',
  literal: 'keyword',
  operator: 'keyword',
  'selector-tag': 'keyword',
  meta: 'keyword',
  deletion: 'keyword',
  string: 'string',
  regexp: 'string',
  char: 'string',
  addition: 'string',
  code: 'string',
  link: 'string',
  comment: 'comment',
  quote: 'comment',
  doctag: 'comment',
  number: 'number',
  symbol: 'number',
  variable: 'number',
  'template-variable': 'number',
  title: 'name',
  name: 'name',
  section: 'name',
  function: 'name',
  attr: 'name',
  attribute: 'name',
  property: 'name',
  type: 'type',
  class: 'type',
  built_in: 'type',
  tag: 'type',
  'selector-class': 'type',
  'selector-id': 'type',
}

/** The colour of a kind of token, or undefined where it is set as plain code. */
export const codeColour = (kind: string): CodeColour | undefined => colours[kind.split(/[ .]/)[0] ?? '']
