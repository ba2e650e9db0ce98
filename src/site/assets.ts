import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { direction } from '../locale.ts'
import { offerPath } from './addresses.ts'
import type { Site } from './site.ts'
import type { SiteFile } from './sitemap.ts'

/** Stylesheets lie in `src/` in a clone and in the package. */
const styles: Readonly<Record<string, string>> = {
  '/assets/site.css': '../../src/site/site.css',
  '/assets/chooser.css': '../../src/chooser/chooser.css',
}

/** Scripts for browsers, beside this file: compiled in the package, TypeScript in a clone. */
const scripts: Readonly<Record<string, string>> = {
  '/assets/chooser.js': '../chooser/element',
  '/assets/site.js': './page-script',
}

/** A sheet of newsprint; without it browsers ask for an icon that is not there. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#8c1c13"/><path d="M8 9h16M8 15h7M8 19h7M8 23h7M19 15h5v8h-5z" fill="none" stroke="#fff" stroke-width="2"/></svg>\n'

/** The files that all pages load. */
export async function siteAssets(site: Site): Promise<readonly SiteFile[]> {
  const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
  const files = [
    ...Object.entries(styles).map(async ([path, file]) => ({
      path,
      content: await readFile(at(file), 'utf8'),
    })),
    ...Object.entries(scripts).map(async ([path, file]) => ({
      path,
      content: await readScript(at(file)),
    })),
  ]
  const offers = site.languages.map(({ tag }) => ({
    path: offerPath(tag),
    content: offerScript(site, tag),
  }))
  return [...(await Promise.all(files)), ...offers, { path: '/assets/icon.svg', content: icon }]
}

async function readScript(file: string): Promise<string> {
  if (existsSync(`${file}.js`)) return readFile(`${file}.js`, 'utf8')
  const { transform } = await import('esbuild')
  const source = await readFile(`${file}.ts`, 'utf8')
  const { code } = await transform(source, { loader: 'ts', minify: true, target: 'es2022' })
  return code
}

/** What is said to a reader who chose this language and is on a page of another. */
function offerScript(site: Site, tag: string): string {
  const messages = site.messages(tag)
  const offer = messages.formatMarked('language.offer', { language: messages.languageName(tag) })
  const texts = {
    text: offer.text,
    lang: offer.lang,
    dir: direction(offer.lang),
    dismiss: messages.format('language.dismiss'),
  }
  return `export default ${JSON.stringify(texts)}\n`
}
