import { expect, test } from 'vitest'
import { markArtifacts } from '../../../../../pipeline/bind/pdf/content/artifacts.js'

const A = '/Artifact BMC\n'
const Z = '\nEMC'
const span = '/Span <</ActualText <FEFF0041>>> BDC <01> Tj EMC'

test.each<[what: string, source: string, marked: string]>([
  ['tagged text', '/P <</MCID 0>> BDC BT <01> Tj ET EMC', '/P <</MCID 0>> BDC BT <01> Tj ET EMC'],
  ['bare text', 'q BT <01> Tj ET Q', `q ${A}BT <01> Tj ET${Z} Q`],
  ['bare text with a span', `BT ${span} ET`, `${A}BT ${span} ET${Z}`],
  [
    'text that is partly tagged',
    'BT <01> Tj /P <</MCID 0>> BDC <02> Tj EMC ET',
    `BT ${A}<01> Tj${Z} /P <</MCID 0>> BDC <02> Tj EMC ET`,
  ],
  ['a rule', '1 w 0 0 m 9 0 l S', `1 w ${A}0 0 m 9 0 l S${Z}`],
  ['two rectangles', '0 0 1 1 re 2 2 1 1 re f', `${A}0 0 1 1 re 2 2 1 1 re f${Z}`],
  ['a clip', '0 0 1 1 re W n 0 0 2 2 re f', `0 0 1 1 re W n ${A}0 0 2 2 re f${Z}`],
  ['a picture and a shading', '/X1 Do /S1 sh', `${A}/X1 Do${Z} ${A}/S1 sh${Z}`],
  ['a tagged form', '/Tagged Do', '/Tagged Do'],
  ['an artifact', '/Artifact BMC 0 0 1 1 re f EMC', '/Artifact BMC 0 0 1 1 re f EMC'],
  ['a plain mark', '/Span BMC 0 0 1 1 re f EMC', `/Span BMC ${A}0 0 1 1 re f${Z} EMC`],
])('%s', (_, source, marked) => {
  expect(markArtifacts(source, name => name === 'Tagged').source).toBe(marked)
})

test('names the tagged forms that are drawn outside of any mark', () => {
  const source = '/One Do /P <</MCID 0>> BDC /Two Do EMC /Picture Do'
  expect(markArtifacts(source, name => name !== 'Picture').forms).toEqual(new Set(['One']))
})
