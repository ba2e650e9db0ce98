import type { Manifest } from '../bundle/index.ts'
import { renderChooser } from '../chooser/index.ts'
import { autonym, direction } from '../locale.ts'
import type { Locale } from '../model.ts'
import { chooserPath, feedPath, frontPath } from './addresses.ts'
import { attributes, markup, trusted, type Markup } from './markup.ts'
import { say } from './say.ts'
import type { Site } from './site.ts'

/** What a page puts into the frame that all pages share. */
export interface PageParts {
  readonly tag: Locale
  /** As a browser's tab shows it, without the name of the site. */
  readonly title: string
  readonly description?: string
  /** What only this page has in its head. */
  readonly head?: Markup
  readonly isIndexed: boolean
  readonly main: Markup
  /** Of an article: the chooser then leads to the same article. */
  readonly manifest?: Manifest
  readonly readable?: readonly Locale[]
}

/** A whole page: head, masthead with the language chooser, content, footer. */
export function layout(site: Site, page: PageParts): string {
  const { tag, title, description, head, isIndexed, main } = page
  const messages = site.messages(tag)
  const robots = isIndexed ? undefined : markup`<meta name="robots" content="noindex">\n`
  const about =
    description === undefined
      ? undefined
      : markup`<meta${attributes({ name: 'description', content: description })}>\n`
  const feed = attributes({
    rel: 'alternate',
    type: 'application/atom+xml',
    title: `${site.title} (${autonym(tag)})`,
    href: feedPath(tag),
  })
  const name = title === '' ? site.title : `${title} – ${site.title}`
  return markup`<!doctype html>
<html${attributes({ lang: tag, dir: direction(tag) })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
${about}${robots}${head}<meta name="generator" content="Babelwire">
<meta name="color-scheme" content="light dark">
<link${feed}>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/site.css">
<link rel="stylesheet" href="/assets/chooser.css">
<script type="module" src="/assets/chooser.js"></script>
<script type="module" src="/assets/site.js"></script>
</head>
<body${attributes({ 'data-suggested': messages.format('language.suggested') })}>
<a class="skip" href="#content">${say(messages, 'site.skip')}</a>
<header class="masthead">
<p class="name"><a href="${frontPath(tag)}"><bdi>${site.title}</bdi></a></p>
${chooserOf(site, page)}
</header>
${main}
<footer class="foot">
<p><bdi>${site.title}</bdi></p>
<ul><li><a href="${frontPath(tag)}">${say(messages, 'site.front')}</a></li><li><a href="${feedPath(tag)}">${say(messages, 'site.feed')}</a></li></ul>
</footer>
</body>
</html>
`.markup
}

function chooserOf(site: Site, { tag, manifest, readable }: PageParts): Markup {
  const { texts } = site.messages(tag)
  // Only what can be read is offered, whatever the manifest says.
  const shown =
    manifest === undefined || readable === undefined
      ? undefined
      : {
          id: manifest.id,
          source: manifest.source,
          languages: Object.fromEntries(
            readable.map((one) => [one, { revision: manifest.revision }] as const),
          ),
        }
  return trusted(
    renderChooser(shown, { languages: site.languages }, tag, texts, { href: chooserPath }),
  )
}
