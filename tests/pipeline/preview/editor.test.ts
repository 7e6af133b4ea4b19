import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editorCall } from '../../../pipeline/preview/editor.js'
import { projectRoot } from '../../support/built-samples.js'

const path = '/letters/content/the tide.md'
const call = (env: Record<string, string>, found?: string) => editorCall(path, 12, env, found)

test.each([
  [{ EDITOR: 'code' }, 'code', ['-g', `${path}:12`]],
  [{ EDITOR: 'code --wait' }, 'code', ['--wait', '-g', `${path}:12`]],
  [{ VISUAL: '/opt/sublime/subl', EDITOR: 'vim' }, '/opt/sublime/subl', [`${path}:12`]],
  [{ TRIFOLD_EDITOR: 'gvim', VISUAL: 'code' }, 'gvim', ['+12', path]],
  [{ EDITOR: 'webstorm' }, 'webstorm', ['--line', '12', path]],
  [
    { EDITOR: '"C:\\Program Files\\Notepad++\\notepad++.exe"' },
    'C:\\Program Files\\Notepad++\\notepad++.exe',
    ['-n12', path],
  ],
  [{ EDITOR: 'my-editor' }, 'my-editor', [path]],
  [{ EDITOR: "'my editor' --at={line} {file}" }, 'my editor', ['--at=12', path]],
  [{ EDITOR: 'x; rm -rf $HOME {file}' }, 'x;', ['rm', '-rf', '$HOME', path]],
])('%o opens by %s', (env, program, args) => {
  expect(call(env)).toEqual({ program, args })
})

test('takes the value of the docs', () => {
  const page = readFileSync(join(projectRoot, 'docs/preview.md'), 'utf8')
  const [, value = ''] = /^TRIFOLD_EDITOR='(.+)' trifold preview$/m.exec(page) ?? []
  expect(call({ TRIFOLD_EDITOR: value })).toEqual({ program: 'my-editor', args: ['--at', '12', path] })
})

test('takes what is there where nothing is said', () => {
  expect(call({ EDITOR: ' ' }, '/usr/bin/code')).toEqual({
    program: '/usr/bin/code',
    args: ['-g', `${path}:12`],
  })
  expect(() => call({})).toThrow('No editor was found here. Set the environment variable TRIFOLD_EDITOR')
})

test('refuses what is drawn in the terminal, and says where the place is', () => {
  expect(() => call({ EDITOR: '/usr/bin/vim' }, 'code')).toThrow(
    `EDITOR is /usr/bin/vim, an editor for the terminal, and the preview has that. The place is ${path}:12.`,
  )
  expect(() => call({ VISUAL: 'emacsclient -nw' })).toThrow('an editor for the terminal')
})
