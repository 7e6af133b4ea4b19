import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as library from '../../../../pipeline/bind/pdf/pdf-lib.js'
import { projectRoot } from '../../../support/built-samples.js'

test('all that is taken from the library is there', () => {
  expect(Object.entries(library).filter(([, value]) => value === undefined)).toEqual([])
})

test('nobody has the library from elsewhere: objects of two copies do not know one another', () => {
  const others = ['pipeline', 'templates'].flatMap(folder =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .map(path => join(folder, path))
      .filter(path => /\.tsx?$/.test(path) && !path.endsWith('pdf-lib.ts'))
      .filter(path => /from '@cantoo/.test(readFileSync(join(projectRoot, path), 'utf8'))),
  )
  expect(others).toEqual([])
})
