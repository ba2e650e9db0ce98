import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { renderChooser, type ChooserOptions, type Messages } from '../../src/chooser/index.ts'
import { autonym, direction } from '../../src/locale.ts'

/** The languages of a world-news site. */
export const worldLanguages: readonly string[] =
  'sq ar be bn bg km zh-Hans hr cs en eo fil fr de el ha he hu hi id it ja ko lo ms mn my ne fa pl pt ps ro ru sr-Cyrl si es sw ta th tr uk ur vi'.split(
    ' ',
  )

/** The languages whose list is still short enough to be read. */
export const fewLanguages: readonly string[] = ['ar', 'de', 'en', 'es', 'ru', 'zh-Hans']

const chooserFolder = new URL('../../src/chooser/', import.meta.url)

/** The stylesheet as it is published. */
export const stylesheet: string = readFileSync(new URL('chooser.css', chooserFolder), 'utf8')

/** The custom element as one file of JavaScript, as a site serves it. */
export async function elementScript(): Promise<string> {
  const entry = fileURLToPath(new URL('element.ts', chooserFolder))
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
  })
  return outputFiles[0]?.text ?? ''
}

/** An index of the given languages. */
export function indexOf(tags: readonly string[]): Parameters<typeof renderChooser>[1] {
  return {
    languages: tags.map((tag) => ({ tag, autonym: autonym(tag), dir: direction(tag) })),
  }
}

/** A manifest of an English article that has bundles in the given languages. */
export function manifestOf(
  tags: readonly string[],
): NonNullable<Parameters<typeof renderChooser>[0]> {
  return {
    id: 'river-flood',
    source: 'en',
    languages: Object.fromEntries(tags.map((tag) => [tag, { revision: '7f6a42ac2b651679' }])),
  }
}

const texts: Readonly<Record<string, readonly [title: string, paragraph: string]>> = {
  en: [
    'Danube towns begin to clean up after the flood',
    'Towns along the Danube began to clear out mud and driftwood on Thursday, a day after the river had reached its highest level in 12 years.',
  ],
  ar: [
    'بلدات الدانوب تبدأ التنظيف بعد الفيضان',
    'بدأت البلدات الواقعة على نهر الدانوب يوم الخميس إزالة الطين والأخشاب، بعد يوم من بلوغ النهر أعلى مستوى له منذ 12 عاما.',
  ],
  'zh-Hans': [
    '多瑙河沿岸城镇洪水过后开始清理',
    '多瑙河沿岸城镇周四开始清理淤泥和浮木，前一天河水达到12年来的最高水位。',
  ],
}

/** The messages of the site in a language, as they are published. */
export function siteMessages(tag: string): Messages {
  const file = new URL(`../../locales/${tag}/site.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Messages
}

/** Who writes a page of the site, and with what. */
export interface ChooserSite {
  readonly languages: readonly string[]
  readonly available?: readonly string[]
  readonly options?: ChooserOptions
}

/** One page with the chooser in its head, as simple as a page can be. */
export function pageOf(tag: string, site: ChooserSite, isArticle: boolean): string {
  const { languages, available = languages, options } = site
  const [title, paragraph] = texts[tag] ?? texts['en'] ?? []
  const manifest = isArticle ? manifestOf(available) : undefined
  const chooser = renderChooser(manifest, indexOf(languages), tag, siteMessages(tag), options)
  const blocks = Array.from({ length: 30 }, (_, at) => {
    const key = `b${String(at + 1).padStart(3, '0')}`
    return `<p id="${key}">${paragraph}</p>`
  })
  return `<!doctype html><html lang="${tag}" dir="${direction(tag)}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/assets/page.css"><link rel="stylesheet" href="/assets/chooser.css">
<script type="module" src="/assets/chooser.js"></script></head><body><header><strong>Courier</strong>${chooser}</header>
<main${isArticle ? ' data-article="river-flood"' : ''}><h1 id="title">${title}</h1>${blocks.join('')}<p><a href="/${tag}/">Courier</a></p></main></body></html>`
}

const pageStyle = `body{margin:0;font:1rem/1.5 'Noto Sans',sans-serif}main{max-inline-size:40rem;margin:auto;padding:1rem}
header{display:flex;justify-content:space-between;align-items:center;padding:.5rem 1rem;border-block-end:1px solid #767676}`

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** A site of one article with a front page per language, under the strictest policy. */
export async function serveSite(
  site: ChooserSite,
): Promise<{ readonly url: string; readonly stop: () => void }> {
  const assets: Readonly<Record<string, readonly [string, string]>> = {
    '/assets/chooser.js': ['text/javascript', await elementScript()],
    '/assets/chooser.css': ['text/css', stylesheet],
    '/assets/page.css': ['text/css', pageStyle],
  }
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '')
    const [, tag = '', article] = /^\/([\w-]+)\/(?:(river-flood)\/)?$/.exec(path) ?? []
    const { languages, available = languages } = site
    const known = article === undefined ? languages : available
    const page = known.includes(tag) ? pageOf(tag, site, article !== undefined) : undefined
    const [type, body] = assets[path] ?? ['text/html', page]
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
    })
    response.end(body ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
