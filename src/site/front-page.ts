import type { Locale } from '../model.ts'
import { archivePath, articlePath, frontPath } from './addresses.ts'
import { alternateLinks, alternatesOf } from './alternates.ts'
import { inlineOf } from './article-body.ts'
import { layout } from './layout.ts'
import { listArticles, pageCount, pageOf, type ListedArticle, type Listing } from './listing.ts'
import { attributes, markup, type Markup } from './markup.ts'
import type { SiteMessages } from './messages.ts'
import { territoryTag } from './open-graph.ts'
import type { Page } from './page.ts'
import { languageAttributes, say } from './say.ts'
import { mayBeIndexed } from './search-policy.ts'
import type { Site } from './site.ts'
import { labelOf } from './translation-label.ts'

/**
 * The front page of a language, or a page of its older articles.
 * @returns nothing where there is no such page.
 */
export function frontPage(
  site: Site,
  listing: Listing,
  tag: Locale,
  page?: number,
): Page | undefined {
  const entries = listing.byLanguage.get(tag) ?? []
  const older = pageCount(entries.length)
  if (page !== undefined && (!Number.isInteger(page) || page < 1 || page > older)) return undefined
  const messages = site.messages(tag)
  const items = listArticles(site, pageOf(entries, page), tag)
  const labels = labelsOf(site, items, messages)
  const heading =
    page === undefined
      ? say(messages, 'front.latest')
      : markup`${say(messages, 'front.latest')} <small>${say(messages, 'front.page', { page })}</small>`
  const language = messages.languageName(tag)
  const list =
    items.length === 0
      ? markup`<p class="empty">${say(messages, 'front.empty', { language })}</p>`
      : markup`<div class="grid">
${items.map((item) => itemMarkup(item, tag, messages, labels.own(item)))}</div>`
  const main = markup`<main id="content" class="${page === undefined ? 'front' : 'front archive'}">
<h1>${heading}</h1>
${labels.shared === undefined ? undefined : markup`<p class="label" role="note">${labels.shared}</p>\n`}${list}
${pager(messages, tag, older, page)}</main>`
  const isIndexed =
    items.length > 0 && items.every(({ shown }) => mayBeIndexed(site, tag, shown.entry.state))
  const title = page === undefined ? '' : messages.format('front.page', { page })
  const head = headOf(site, listing, tag, page)
  return { status: 200, html: layout(site, { tag, title, head, main, isIndexed }) }
}

/** One label over the list where all articles have the same, else each has its own. */
function labelsOf(
  site: Site,
  items: readonly ListedArticle[],
  messages: SiteMessages,
): {
  readonly shared: Markup | undefined
  readonly own: (item: ListedArticle) => Markup | undefined
} {
  const textOf = ({ manifest, shown }: ListedArticle): Markup | undefined => {
    const label = labelOf(site, manifest, shown.entry, messages)
    return label === undefined ? undefined : say(messages, label.key, label.values)
  }
  const texts = new Map(items.map((item) => [item, textOf(item)]))
  const different = new Set(Array.from(texts.values(), (text) => text?.markup))
  if (different.size !== 1) return { shared: undefined, own: (item) => texts.get(item) }
  return { shared: [...texts.values()][0], own: () => undefined }
}

function itemMarkup(
  { entry, manifest, shown, title }: ListedArticle,
  tag: Locale,
  messages: SiteMessages,
  label: Markup | undefined,
): Markup {
  const { title: block, summary } = shown
  const heading = block === undefined ? markup`${title}` : unlinked(inlineOf(block))
  const published = entry.published
  const date =
    published === undefined
      ? undefined
      : markup`<p class="date"><time datetime="${published}">${messages.formatDate(published)}</time></p>\n`
  const lead =
    summary === undefined
      ? undefined
      : markup`<p${attributes({ class: 'summary' })}${languageAttributes(summary.locale ?? tag, tag)}>${unlinked(inlineOf(summary))}</p>\n`
  return markup`<article>
<h2${languageAttributes(block?.locale ?? tag, tag)}><a href="${articlePath(tag, manifest.id)}">${heading}</a></h2>
${lead}${date}${label === undefined ? undefined : markup`<p class="item-label">${label}</p>\n`}</article>
`
}

/** A headline is a link itself: links within it would break it. */
function unlinked(inline: Markup): Markup {
  return { markup: inline.markup.replace(/<a [^>]*>|<\/a>/g, '') }
}

function pager(
  messages: SiteMessages,
  tag: Locale,
  last: number,
  page: number | undefined,
): Markup | undefined {
  if (last === 0) return undefined
  const newer =
    page === undefined ? undefined : page === last ? frontPath(tag) : archivePath(tag, page + 1)
  const older =
    page === undefined ? archivePath(tag, last) : page > 1 ? archivePath(tag, page - 1) : undefined
  const link = (href: string | undefined, rel: string, key: string): Markup | undefined =>
    href === undefined
      ? undefined
      : markup`<a${attributes({ href, rel })}>${say(messages, key)}</a>`
  return markup`<nav class="pager"${attributes({ 'aria-label': messages.format('front.latest') })}>${link(newer, 'prev', 'front.newer')}${link(older, 'next', 'front.older')}</nav>
`
}

/** A front page is there in every language that has articles; a page of older ones in its own. */
function headOf(site: Site, { live }: Listing, tag: Locale, page: number | undefined): Markup {
  const path = page === undefined ? frontPath(tag) : archivePath(tag, page)
  const canonical = markup`<link rel="canonical" href="${site.origin + path}">\n`
  const alternates =
    page === undefined && live.includes(tag)
      ? alternatesOf(live, site.source, (one) => site.origin + frontPath(one))
      : []
  const card = attributes({ property: 'og:locale', content: territoryTag(tag) })
  return markup`${canonical}${alternateLinks(alternates)}<meta property="og:type" content="website">
<meta${attributes({ property: 'og:title', content: site.title })}>
<meta${attributes({ property: 'og:url', content: site.origin + path })}>
<meta${card}>
`
}
