import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderInlineHtml } from '../../src/reader/index.ts'
import { startBrowser } from '../support/browser.ts'
import { chromium, isMissing } from '../support/parts.ts'
import { hostileTags, hostileTexts } from './hostile-texts.ts'

const policy =
  "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

/** A page with nothing but the reader, which shows the hostile texts as soon as it is there. */
async function readerScript(): Promise<string> {
  const reader = fileURLToPath(new URL('../../src/reader/index.ts', import.meta.url))
  const contents = `import { renderInlineDom } from ${JSON.stringify(reader)}
    for (const text of ${JSON.stringify(hostileTexts)}) {
      const paragraph = document.createElement('p')
      paragraph.append(renderInlineDom(text, ${JSON.stringify(hostileTags)}))
      document.body.append(paragraph)
    }`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
  })
  return outputFiles[0]?.text ?? ''
}

describe.skipIf(isMissing(chromium))('renderInlineDom on a page with Trusted Types', () => {
  let stop: () => Promise<void>
  let shown: { readonly said: readonly string[]; readonly paragraphs: readonly string[] }

  beforeAll(async () => {
    const script = await readerScript()
    const server = createServer(({ url }, response) => {
      const isScript = url === '/reader.js'
      response.writeHead(200, {
        'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
        'content-security-policy': policy,
      })
      response.end(isScript ? script : '<body><script type="module" src="/reader.js"></script>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const browser = await startBrowser()
    stop = async () => {
      await browser.close()
      server.close()
    }
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    page.on('dialog', (dialog) => said.push(dialog.message()))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const paragraphs = await page.$$eval('p', (all) => all.map((one) => one.innerHTML))
    shown = { said, paragraphs }
  })
  afterAll(() => stop())

  it('runs nothing and breaks no rule', () => {
    expect(shown.said).toEqual([])
  })

  it('shows what the server would have printed', () => {
    const plain = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'")
    expect(shown.paragraphs.map(plain)).toEqual(
      hostileTexts.map((text) => plain(renderInlineHtml(text, hostileTags))),
    )
  })
})
