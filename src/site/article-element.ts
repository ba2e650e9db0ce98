import type { Manifest } from '../bundle/index.ts'
import { direction } from '../locale.ts'
import type { Locale } from '../model.ts'
import { articleBody, blockElement } from './article-body.ts'
import { dateIn } from './catalog.ts'
import { attributes, markup, type Markup } from './markup.ts'
import type { SiteMessages } from './messages.ts'
import { titleOf, type ShownArticle } from './page-blocks.ts'
import { languageAttributes, say } from './say.ts'

/** The article itself, in its own language and direction, with what must be said of it. */
export function articleElement(
  manifest: Manifest,
  shown: ShownArticle,
  messages: SiteMessages,
  label: Markup | undefined,
): Markup {
  const { tag, entry, blocks, title, summary } = shown
  const own = attributes({
    lang: tag,
    dir: direction(tag),
    'data-state': entry.state,
    'data-translated-from': tag === manifest.source ? undefined : manifest.source,
  })
  const rest = blocks.filter((block) => block !== title && block !== summary)
  const heading =
    title === undefined
      ? markup`<h1 id="title">${titleOf(shown, manifest.id)}</h1>`
      : blockElement('h1', title, tag)
  return markup`<article${own}>
<header>
${heading}
${summary === undefined ? undefined : markup`${blockElement('p', summary, tag, 'summary')}\n`}${signature(manifest, tag, messages)}${label}</header>
<div class="body">
${articleBody(rest, tag)}</div>
</article>
`
}

/** Who wrote it and when, in the language of the page. */
function signature(manifest: Manifest, tag: Locale, messages: SiteMessages): Markup | undefined {
  const { byline } = manifest
  const [published, updated] = [dateIn(manifest.published), dateIn(manifest.updated)]
  const parts = [
    ...(byline === undefined ? [] : [markup`<bdi class="byline">${byline}</bdi>`]),
    ...(published === undefined ? [] : [dateOf('article.published', published, messages)]),
    ...(updated === undefined || updated === published
      ? []
      : [dateOf('article.updated', updated, messages)]),
  ]
  if (parts.length === 0) return undefined
  const language = languageAttributes(messages.locale, tag)
  return markup`<p class="signature"${language}>${parts.map((part) => markup`${part} `)}</p>\n`
}

function dateOf(key: string, iso: string, messages: SiteMessages): Markup {
  const date = messages.formatDate(iso)
  return markup`<time datetime="${iso}">${say(messages, key, { date })}</time>`
}
