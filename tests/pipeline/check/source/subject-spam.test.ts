import { examplesOf, withFront } from './examples.js'

const subject = (words: string, more = '') => withFront(`subject: '${words}'${more}`)

examplesOf(
  'subject-spam',
  [
    [subject('THE MILL IS SOLD'), '2:10 Unexpected capitals throughout in the subject'],
    [withFront('title: ФАБРИКА ПРОДАНА СЕГОДНЯ\nlang: ru'), '2:8 Unexpected capitals'],
    [subject('Sold! Sold! Sold!'), 'three exclamation marks'],
    [subject('How to earn $$$'), 'Unexpected `$$$`'],
    [subject('Re: your mill'), 'Unexpected `Re:`, as of a reply,'],
    [subject('A FREE mill'), 'Unexpected `FREE`'],
    [subject('Mills: act now'), 'Unexpected `act now`'],
    [subject('Free mills: act now'), 'Unexpected `act now`'],
    [
      withFront('title: Mills\npreheader: Save up to 50% on flour'),
      '3:12 Unexpected `Save up to 50%` in the preheader',
    ],
  ],
  [
    subject('The mill is sold!'),
    subject('NASA ESA'),
    subject('NATO'),
    subject('Free trade is not free of charge'),
    subject('What is to act, now?', '\nlang: de'),
    subject('FREE', '\nlang: de'),
    subject('Regarding the mill, $5 and a pound of flour'),
    subject('{{ name }}, the mill'),
    withFront('title: الطاحونة القديمة عند النهر\nlang: ar'),
    // Abbreviations in a script without capitals.
    withFront('title: NATO الطاحونة القديمة\nlang: ar'),
    withFront('title: 在 AI 时代的 GPU 和水车磨坊\nlang: zh'),
    // Not in the inbox: the subject is.
    withFront('title: THE MILL IS SOLD\nsubject: Sold'),
  ],
)
