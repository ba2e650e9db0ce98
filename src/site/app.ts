import { statSync } from 'node:fs'
import path from 'node:path'
import { Hono, type Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { etag } from 'hono/etag'
import { articleIdPattern, readIfThere } from '../bundle/index.ts'
import type { Config } from '../config.ts'
import { frontPath } from './addresses.ts'
import { articlePage } from './article-page.ts'
import { siteAssets } from './assets.ts'
import { readCatalog, type Catalog } from './catalog.ts'
import { feed } from './feed.ts'
import { frontPage } from './front-page.ts'
import { listLanguages, type Listing } from './listing.ts'
import { missingPage } from './missing-page.ts'
import { negotiate } from './negotiate.ts'
import { newsSitemap } from './news-sitemap.ts'
import type { Page } from './page.ts'
import { readArticle } from './read-article.ts'
import { robotsTxt } from './robots-txt.ts'
import { securityHeaders } from './security-headers.ts'
import { languageOf, openSite, type Site } from './site.ts'
import { sitemapFiles, type SiteFile } from './sitemap.ts'

/** What the pages of one moment are made from. */
interface Edition {
  readonly site: Site
  readonly catalog: Catalog
  readonly listing: Listing
}

/**
 * The site as a web application: the pages of `babelwire site build`, made when they are asked for,
 * with their statuses, and the output folder under `/locales/`.
 */
export function siteApp(config: Config, now: () => Date = () => new Date()): Hono {
  const edition = currentEdition(config, now)
  const app = new Hono({ strict: false })
  app.use(etag())
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
    // A correction or a withdrawal must not wait in a cache; the tag of an answer saves its bytes.
    if (context.res.headers.get('Cache-Control') === null) {
      context.header('Cache-Control', 'no-cache')
    }
  })
  const send = (context: Context, { html, status }: Page): Response => context.html(html, status)
  const missing = (context: Context): Response => {
    const { site, listing } = edition()
    const [first = ''] = new URL(context.req.url).pathname.split('/').filter((part) => part !== '')
    const tag = languageOf(site, first)?.tag
    if (tag === undefined) context.header('Vary', 'Accept-Language, Cookie')
    return send(context, missingPage(site, tag ?? wishOf(context, listing, site)))
  }
  app.notFound((context) => missing(context))

  app.get('/', (context) => {
    const { site, listing } = edition()
    context.header('Vary', 'Accept-Language, Cookie')
    return context.redirect(frontPath(wishOf(context, listing, site)), 302)
  })
  app.get('/robots.txt', (context) => context.text(robotsTxt(edition().site)))
  app.get('/news-sitemap.xml', (context) => {
    const { site, listing } = edition()
    return xml(context, newsSitemap(site, listing, now()))
  })
  app.get('/:file{sitemap(?:-[0-9]+)?\\.xml}', (context) => {
    const { site, catalog, listing } = edition()
    const wanted = new URL(context.req.url).pathname
    for (const { path: at, content } of sitemapFiles(site, catalog, listing)) {
      if (at === wanted) return xml(context, content)
    }
    return missing(context)
  })
  const assets = new Map<Site, Promise<readonly SiteFile[]>>()
  app.get('/assets/*', async (context) => {
    const { site } = edition()
    const known = assets.get(site) ?? siteAssets(site)
    if (!assets.has(site)) assets.clear()
    assets.set(site, known)
    const wanted = new URL(context.req.url).pathname
    const file = (await known).find((asset) => asset.path === wanted)
    if (file === undefined) return missing(context)
    const type = types[path.extname(file.path)] ?? 'text/plain'
    return context.body(file.content, 200, { 'Content-Type': `${type}; charset=utf-8` })
  })
  app.get('/locales/*', (context) => {
    const content = dataFile(config.output, new URL(context.req.url).pathname)
    if (content === undefined) return context.json({ error: 'not found' }, 404)
    return context.body(content, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  })
  app.get('/:tag/feed.xml', (context) => {
    const { site, listing } = edition()
    const tag = languageOf(site, context.req.param('tag'))?.tag
    if (tag === undefined) return missing(context)
    return xml(context, feed(site, listing, tag), 'application/atom+xml')
  })
  app.get('/:tag/page/:page{[0-9]+}', (context) => {
    const { site, listing } = edition()
    const tag = languageOf(site, context.req.param('tag'))?.tag
    const page = tag && frontPage(site, listing, tag, Number(context.req.param('page')))
    return page ? send(context, page) : missing(context)
  })
  app.get('/:tag', (context) => {
    const { site, listing } = edition()
    const tag = languageOf(site, context.req.param('tag'))?.tag
    const page = tag && frontPage(site, listing, tag)
    return page ? send(context, page) : missing(context)
  })
  app.get('/:tag/:id', (context) => {
    const { site } = edition()
    const tag = languageOf(site, context.req.param('tag'))?.tag
    const id = context.req.param('id')
    if (tag === undefined || !articleIdPattern.test(id)) return missing(context)
    const languages = site.languages.map((language) => language.tag)
    const { article } = readArticle(config.output, id, languages)
    return article === undefined ? missing(context) : send(context, articlePage(site, article, tag))
  })
  return app
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

function xml(context: Context, content: string, type = 'application/xml'): Response {
  return context.body(content, 200, { 'Content-Type': `${type}; charset=utf-8` })
}

function wishOf(context: Context, { live }: Listing, { source }: Site): string {
  const wishes = {
    cookie: getCookie(context, 'language'),
    acceptLanguage: context.req.header('Accept-Language'),
  }
  return negotiate(wishes, live, source)
}

/** A JSON file of the output folder; nothing of what lies elsewhere or has a hidden name. */
function dataFile(output: string, pathname: string): string | undefined {
  const parts = pathname.split('/').slice(2)
  const isPlain = parts.every((part) => /^[A-Za-z0-9][A-Za-z0-9-]*(?:\.json)?$/.test(part))
  if (!isPlain || !parts.at(-1)?.endsWith('.json')) return undefined
  return readIfThere(path.join(output, ...parts))
}

/** A folder that changed less than this ago may change again within one tick of its clock. */
const settledMs = 1000

/**
 * The catalog of the moment. Manifests are renamed into their folder, so the time of the folder
 * tells whether any changed; only those that did are read again.
 */
function currentEdition(config: Config, now: () => Date): () => Edition {
  let known: { readonly stamp: string; readonly edition: Edition } | undefined
  return () => {
    const folder = statSync(path.join(config.output, 'articles'), { throwIfNoEntry: false })
    const isSettled = folder === undefined || now().getTime() - folder.mtimeMs > settledMs
    const stamp = `${folder?.mtimeMs ?? '-'} ${isSettled}`
    if (known !== undefined && isSettled && known.stamp === stamp) return known.edition
    const catalog = readCatalog(config.output, known?.edition.catalog)
    const site = openSite(config, new Set(catalog.entries.map(({ source }) => source)))
    known = { stamp, edition: { site, catalog, listing: listLanguages(site, catalog) } }
    return known.edition
  }
}
