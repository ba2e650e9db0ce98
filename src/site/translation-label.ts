import type { Manifest } from '../bundle/index.ts'
import type { LanguageEntry } from '../bundle/index.ts'
import { articlePath } from './addresses.ts'
import { attributes, markup, type Markup } from './markup.ts'
import type { MessageValues, SiteMessages } from './messages.ts'
import type { ShownArticle } from './page-blocks.ts'
import { isolate, say } from './say.ts'
import type { Site } from './site.ts'

/** What a reader must know of a translation, as a message; nothing for the original. */
export function labelOf(
  site: Site,
  manifest: Manifest,
  entry: LanguageEntry,
  messages: SiteMessages,
): { readonly key: string; readonly values: MessageValues } | undefined {
  if (entry.state === 'source') return undefined
  const language = messages.languageName(manifest.source)
  if (entry.state !== 'reviewed') return { key: 'translation.machine', values: { language } }
  // A newsroom answers for its reviews where no name is given.
  const name = isolate(entry.reviewer ?? site.title)
  return { key: 'translation.reviewed', values: { language, name } }
}

const engineNames: Readonly<Record<string, string>> = {
  deepl: 'DeepL',
  apertium: 'Apertium',
  libretranslate: 'LibreTranslate',
}

/** The label of an article page: how the text came about, and where the original is. */
export function translationLabel(
  site: Site,
  manifest: Manifest,
  shown: ShownArticle,
  messages: SiteMessages,
): Markup | undefined {
  const { entry, untranslated } = shown
  const label = labelOf(site, manifest, entry, messages)
  if (label === undefined) return undefined
  const language = messages.languageName(manifest.source)
  const lines = [
    markup`<strong>${say(messages, label.key, label.values)}</strong>`,
    ...(entry.stale ? [say(messages, 'translation.stale')] : []),
    ...(untranslated > 0
      ? [say(messages, 'block.untranslated', { count: untranslated, language })]
      : []),
    ...(entry.engine === undefined || entry.state === 'reviewed'
      ? []
      : [
          say(messages, 'translation.engine', {
            engine: engineNames[entry.engine] ?? entry.engine,
          }),
        ]),
    originalLink(manifest, messages),
  ]
  return markup`<div class="label" role="note" data-state="${entry.state}">${lines.map((line) => markup`<p>${line}</p>`)}</div>\n`
}

/** The way to the article as it was written. */
export function originalLink({ id, source }: Manifest, messages: SiteMessages): Markup {
  const language = messages.languageName(source)
  const link = attributes({ href: articlePath(source, id), hreflang: source })
  return markup`<a${link}>${say(messages, 'translation.original', { language })}</a>`
}
