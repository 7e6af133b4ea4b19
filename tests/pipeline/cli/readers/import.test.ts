import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../../../support/cli.js'

let cwd: string
beforeEach(() => {
  cwd = temporaryFolder()
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: Slack Water\nlang: en\n')
})

const call = (...argv: string[]) => trifold(['readers', ...argv], { cwd })
const file = (name: string, text: string) => writeFileSync(join(cwd, name), text)

test('takes a list, and tells of every row that is not taken', async () => {
  file(
    'a.csv',
    'email,name,town\nanna@example.org,Anna,Saltmere\nno address,Bela,\nanna@example.org,Again,\ncarl@example.org,,\n',
  )
  const { code, stdout, stderr } = await call('import', 'a.csv', '--tag', 'Members')
  expect(code).toBe(0)
  expect(stdout).toBe('a.csv: 2 added, 2 not taken\n')
  expect(stderr).toContain('town → attribute town')
  expect(stderr).toMatch(/^a\.csv:3 {2}not taken, email: .*no address/m)
  expect(stderr).toMatch(/^a\.csv:4 {2}not taken/m)
  expect((await call('list', '--segment', 'tag:members and town:saltmere')).stdout).toBe(
    'anna@example.org  active  Anna  #members\n',
  )
})

test('writes nothing in a rehearsal, and changes those who are known only where that is asked for', async () => {
  file('a.csv', 'email,name\nanna@example.org,Anna\n')
  expect((await call('import', 'a.csv', '--dry-run')).stdout).toContain('1 added. Nothing was written.')
  expect((await call('list')).stdout).toBe('')
  await call('import', 'a.csv')
  file('b.csv', 'email,name,tags\nANNA@example.org,Anna Ebb,board\n')
  expect((await call('import', 'b.csv')).stdout).toBe('b.csv: 1 known already\n')
  expect((await call('import', 'b.csv', '--update')).stdout).toBe('b.csv: 1 changed\n')
  expect((await call('list')).stdout).toBe('anna@example.org  active  Anna Ebb  #board\n')
})

test('who had left stays so, whichever file says otherwise', async () => {
  file(
    'a.csv',
    'email,state\nanna@example.org,active\nbela@example.org,unsubscribed\ncarl@example.org,active\n',
  )
  expect((await call('import', 'a.csv')).stdout).toBe('a.csv: 2 added, 1 noted, who are sent nothing\n')
  await call('erase', 'carl@example.org')
  file(
    'b.csv',
    'email,state\nanna@example.org,unsubscribed\nbela@example.org,active\ncarl@example.org,active\n',
  )
  expect((await call('import', 'b.csv', '--dry-run')).stdout).toContain('2 not taken')
  const { stdout, stderr } = await call('import', 'b.csv', '--update')
  expect(stdout).toBe('b.csv: 1 changed, 2 not taken\n')
  expect(stderr).toContain('bela@example.org is on the list as unsubscribed; a file does not bring them back')
  expect(stderr).toContain('carl@example.org has left and was erased')
  expect((await call('list', '--state', 'active')).stdout).toBe('')
})

test('keeps what stands before a line that cannot be read', async () => {
  file(
    'a.csv',
    `email,name\nanna@example.org,Anna\nbela@example.org,"Bela\n${'carl@example.org,Carl\n'.repeat(60_000)}`,
  )
  const { code, stderr } = await call('import', 'a.csv')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^a\.csv:3 {2}/m)
  expect((await call('list')).stdout).toBe('anna@example.org  active  Anna\n')
})

test('writes a list that its owner alone can read, without formulas, and takes it again', async () => {
  file('a.csv', 'email,name\nanna@example.org,"=HYPERLINK(""x"")"\n')
  await call('import', 'a.csv')
  expect((await call('export', '-o', 'b.csv')).code).toBe(0)
  expect(statSync(join(cwd, 'b.csv')).mode & 0o077).toBe(0)
  expect(readFileSync(join(cwd, 'b.csv'), 'utf8')).not.toMatch(/(?:^|,)"?=/m)
  expect((await call('import', 'b.csv', '--update')).stdout).toBe('b.csv: 1 known already\n')
  expect((await call('export')).stdout).toBe(readFileSync(join(cwd, 'b.csv'), 'utf8'))
})

test('says what is wrong with the call', async () => {
  expect((await call('import', 'gone.csv')).stderr).toContain('gone.csv: there is no such file')
  file('a.csv', 'a,b\n1,2\n')
  const { code, stderr } = await call('import', 'a.csv')
  expect(stderr).toContain('expected a column that is called email')
  expect(code).toBe(1)
  expect((await call('list', '--state', 'gone')).stderr).toContain('--state: expected one of pending, active')
  expect((await call('list', '--segment', 'tag:')).stderr).toContain('--segment: ')
  const outside = await trifold(['readers', 'list'], { cwd: temporaryFolder() })
  expect(outside.stderr).toContain('There is no publication here')
  expect(outside.code).toBe(2)
})

test('a file that cannot be read from its first line puts nobody on the list, and that is said', async () => {
  file('a.csv', 'Name,Town\nAnna,Saltmere\n')
  const { code, stderr } = await call('import', 'a.csv')
  expect(stderr).toContain('expected a column that is called email')
  expect(stderr).toContain('Nothing of the file is on the list.')
  expect(code).toBe(1)
})
