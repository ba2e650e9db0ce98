import type { Manifest } from '../bundle/index.ts'
import type { Locale } from '../model.ts'
import { frontPath } from './addresses.ts'
import { dateIn } from './catalog.ts'
import { layout } from './layout.ts'
import { attributes, markup } from './markup.ts'
import type { Page } from './page.ts'
import { isolate, say } from './say.ts'
import type { Site } from './site.ts'

/** What stands where an article was: 410 in every language, the ones it never had too. */
export function withdrawnPage(site: Site, manifest: Manifest, tag: Locale): Page {
  const messages = site.messages(tag)
  const { withdrawn } = manifest
  const at = dateIn(withdrawn?.at)
  const reason = typeof withdrawn?.reason === 'string' ? withdrawn.reason.trim() : ''
  const date =
    at === undefined
      ? undefined
      : markup`<p><time datetime="${at}">${say(messages, 'article.withdrawn.date', { date: messages.formatDate(at) })}</time></p>\n`
  const why =
    reason === ''
      ? undefined
      : markup`<p>${say(messages, 'article.withdrawn.reason', { reason: isolate(reason) })}</p>\n`
  const main = markup`<main${attributes({ id: 'content', class: 'notice-page', 'data-withdrawn': manifest.id })}>
<h1>${say(messages, 'article.withdrawn')}</h1>
${date}${why}<p><a href="${frontPath(tag)}">${say(messages, 'site.front')}</a></p>
</main>`
  const title = messages.format('article.withdrawn')
  return { status: 410, html: layout(site, { tag, title, main, isIndexed: false }) }
}
