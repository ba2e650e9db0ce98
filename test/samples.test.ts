import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { main } from '../src/cli.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))

it('the sample bundles that come with the project may be served', async () => {
  let printed = ''
  const print = (text: string): void => void (printed += text)
  const signal = new AbortController().signal
  const context = { out: print, note: print, env: {}, folder, isInteractive: false, signal }
  expect(await main(['check'], context)).toBe(0)
  expect(printed).toBe('4 articles, 28 bundles: all may be served\n')
})
