import { expect, test } from 'vitest'
import { defaultSettings, readSetting } from '../../../pipeline/new/settings.js'

test.each([
  ['/home/ada/my-letter', 'My letter'],
  ['/home/ada/slack_water--2', 'Slack water 2'],
  ['/home/ada/ΑΒΓ', 'ΑΒΓ'],
  ['/home/ada/écho', 'Écho'],
  ['/home/ada/---', 'Newsletter'],
  ['/', 'Newsletter'],
])('a publication in %s is called %s until somebody says otherwise', (folder, name) => {
  expect(defaultSettings(folder)).toEqual({ name, lang: 'en' })
})

test('what is written is read as the config reads it', () => {
  expect(readSetting('lang', 'en_gb')).toEqual({ value: 'en-GB' })
  expect(readSetting('url', 'https://example.org/')).toEqual({ value: 'https://example.org' })
  expect(readSetting('address', '1 Street,\nTown')).toEqual({ value: '1 Street, Town' })
  expect(readSetting('publisher', ' \n ')).toEqual({ value: undefined })
})

test('what the config refuses is refused here, with its reason', () => {
  expect(readSetting('lang', 'german')).toEqual({
    fault: '"german" is not a language code (BCP 47); write de',
  })
  expect(readSetting('url', 'example')).toEqual({
    fault: 'expected an address such as https://example.org, found "example"',
  })
})
