import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emailRules } from '../../../pipeline/check/email/check-email.js'
import { bookRules } from '../../../pipeline/check/epub/check-book.js'

const filesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, '../../../pipeline/check', folder))
    .map(name => name.replace(/\.ts$/, ''))
    .sort()

test.each([
  ['email/rules', emailRules],
  ['epub/rules', bookRules],
])('%s has a file for each rule that is run, and no other', (folder, table) => {
  expect(filesIn(folder)).toEqual(Object.keys(table).sort())
})
