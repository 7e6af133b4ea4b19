import { examplesOf } from './examples.js'

examplesOf(
  'language-unknown',
  [
    [
      'A <span lang="jp">水</span>, a <span lang="jp">車</span>.',
      '1:3 Unexpected language of a passage: "jp"',
    ],
    ['<p lang="en-XQ">Words.</p>', 'Unexpected language of a passage: "XQ" in "en-XQ"'],
  ],
  [
    'A <span lang="ja">水</span>, <span lang="grc">ὕδωρ</span>, <span lang="zh-Hant">水</span>, <i lang="en-GB">a</i>.',
  ],
)
