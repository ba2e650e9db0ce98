import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { main } from '../../src/cli.ts'

const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')

it('every command of the page exists, with its words in that order', async () => {
  const commands = new Set(
    Array.from(page.matchAll(/babelwire ((?:[a-z]+)(?: [a-z]+)?)/g), ([, words = '']) => words),
  )
  expect(commands.size).toBeGreaterThan(6)
  const helpOf = async (...words: readonly string[]): Promise<string> => {
    let text = ''
    const write = (part: string): void => void (text += part)
    await main([...words, '--help'], {
      out: write,
      note: write,
      env: {},
      folder: '.',
      isInteractive: false,
      signal: new AbortController().signal,
    })
    return text
  }
  const top = await helpOf()
  for (const words of commands) {
    const [group = '', word = ''] = words.split(' ')
    expect(top).toMatch(new RegExp(`^  ${group}\\b`, 'm'))
    if (['store', 'jobs', 'budget', 'glossary', 'site'].includes(group)) {
      expect(await helpOf(group)).toMatch(new RegExp(`^  ${word}\\b`, 'm'))
    }
  }
})

it('the files in YAML can be read', () => {
  const blocks = Array.from(page.matchAll(/```yaml\n([\s\S]*?)```/g), ([, block = '']) => block)
  expect(blocks.length).toBeGreaterThan(0)
  for (const block of blocks) expect(parse(block)).toBeTypeOf('object')
})
