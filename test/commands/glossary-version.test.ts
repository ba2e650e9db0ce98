import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readGlossaryVersion } from '../../src/commands/glossary-version.ts'
import { BabelwireError } from '../../src/errors.ts'
import { newsroomGlossary } from '../glossary/exchange/exchange-setting.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

let newsroom: Newsroom
const git = (...args: readonly string[]): void => {
  const person = ['-c', 'user.name=Olena', '-c', 'user.email=olena@example.org']
  execFileSync('git', [...person, ...args], { cwd: newsroom.folder, stdio: 'ignore' })
}

beforeEach(() => {
  newsroom = openNewsroom({
    'babelwire.yaml': 'languages: [es]\nglossary: desk/glossary.yaml\n',
    'desk/glossary.yaml': newsroomGlossary,
  })
  git('init', '--initial-branch=main')
  git('add', '.')
  git('commit', '-m', 'Names')
  newsroom.write('desk/glossary.yaml', newsroomGlossary.replace('es: Kiev', 'es: Kyiv'))
})
afterEach(() => newsroom.remove())

const read = (spec: string): Promise<{ readonly name: string; readonly text: string }> =>
  readGlossaryVersion(spec, newsroom.path('desk/glossary.yaml'), newsroom.folder)

test('a revision of the file, wherever it lies in the repository', async () => {
  expect(await read('HEAD')).toEqual({ name: 'glossary.yaml of HEAD', text: newsroomGlossary })
})

test('a file goes before a revision of the same name', async () => {
  newsroom.write('main', 'version: 1\n')
  expect(await read('main')).toEqual({ name: 'main', text: 'version: 1\n' })
})

test.each([
  ['-p', 'no version "-p" of the glossary: a revision does not begin with "-"'],
  ['HEAD~7', 'no version "HEAD~7" of the glossary: no such file, and git says "'],
  ['$(touch owned)', 'no version "$(touch owned)" of the glossary: no such file, and git says "'],
])('%s is neither', async (spec, message) => {
  const error: unknown = await read(spec).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(BabelwireError)
  expect((error as BabelwireError).message).toContain(message)
  expect(newsroom.has('owned')).toBe(false)
})

test('an import merges by a revision', async () => {
  newsroom.write('names.csv', 'term,es,fr\nKyiv,Kiev,Kyiv\n')
  const { code, out } = await newsroom.run('glossary', 'import', 'names.csv', '--base', 'HEAD')
  expect(code).toBe(0)
  expect(out).toContain('kept      Kyiv  es  Kyiv stays, the file has Kiev')
  expect(newsroom.read('desk/glossary.yaml')).toContain(
    'es: Kyiv\n      de: Kyjiw\n      fr: Kyiv\n',
  )
})
