import {
  bundleFile,
  readIfThere,
  readManifest,
  type LanguageEntry,
  type Manifest,
} from '../bundle/index.ts'
import type { Config } from '../config.ts'
import { BabelwireError, didYouMean } from '../errors.ts'
import { canonicalLocale, direction } from '../locale.ts'
import type { Locale, TaggedText } from '../model.ts'
import { renderers, type Rendition, type RenditionBlock } from '../render/index.ts'
import { outJson, type CommandRunner, type CommonOptions } from './context.ts'
import { loadConfig } from './load-config.ts'

interface ExportOptions extends CommonOptions {
  readonly to: string
  readonly format: string
}

/** `babelwire export`: what readers see of an article in one language, as a document. */
export const run: CommandRunner<ExportOptions> = async ([id = ''], options, context) => {
  const config = loadConfig(options, context)
  const render = renderers.get(options.format)
  if (render === undefined) {
    const near = didYouMean(options.format, [...renderers.keys()])
    throw new BabelwireError('usage', `"${options.format}" is not a format that is written`, {
      mend:
        near === undefined
          ? `Write one of ${[...renderers.keys()].join(', ')}.`
          : `Did you mean "${near}"?`,
    })
  }
  const content = render(readRendition(config, id, canonicalLocale(options.to)))
  if (options.json === true)
    outJson(context, { article: id, language: options.to, format: options.format, content })
  else context.out(content)
  return 0
}

/** An article in a language, put together from its manifest and bundles. */
function readRendition(config: Config, id: string, locale: Locale): Rendition {
  const manifest = /^[a-z0-9-]+$/.test(id) ? readManifest(config.output, id) : undefined
  if (manifest === undefined) {
    throw new BabelwireError('usage', `there is no article "${id}"`, {
      mend: '"babelwire status" lists all.',
    })
  }
  const entry = manifest.languages[locale]
  if (entry?.revision === undefined) throw notPublished(manifest, locale, entry)
  const messages = readMessages(config, locale, id)
  const original = entry.stale ? {} : readMessages(config, manifest.source, id)
  const structure = entry.structure ?? manifest
  const { order, roles, slots, speakers, locales, within, levels } = structure
  const blocks = order.flatMap((key): readonly RenditionBlock[] => {
    const text = messages[key] ?? original[key]
    if (text === undefined) return []
    return [
      {
        key,
        role: roles[key] ?? 'paragraph',
        text,
        slots: slots[key] ?? {},
        ...(speakers[key] === undefined ? {} : { speaker: speakers[key] }),
        ...(within?.[key] === undefined ? {} : { within: within[key] }),
        ...(levels?.[key] === undefined ? {} : { level: levels[key] }),
        // A held block of a partial edition: readers see it in the language of the source.
        ...localeOf(messages[key] === undefined ? manifest.source : locales?.[key]),
      },
    ]
  })
  const { url, published, updated, byline } = manifest
  const { engine, reviewer, state } = entry
  return {
    id,
    locale,
    dir: direction(locale),
    source: manifest.source,
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(byline === undefined ? {} : { byline }),
    state,
    ...(engine === undefined ? {} : { engine }),
    ...(reviewer === undefined ? {} : { reviewer }),
    blocks,
  }
}

function localeOf(locale: Locale | undefined): { readonly locale?: Locale } {
  return locale === undefined ? {} : { locale }
}

function readMessages(
  config: Config,
  locale: Locale,
  id: string,
): Readonly<Record<string, TaggedText>> {
  const file = bundleFile(config.output, locale, id)
  const content = readIfThere(file)
  if (content === undefined) {
    throw new BabelwireError('storage', 'the manifest names this bundle, but it is not there', {
      place: { file },
      mend: 'Run "babelwire run": it is written again from memory, at no cost.',
    })
  }
  return JSON.parse(content) as Record<string, TaggedText>
}

function notPublished(
  manifest: Manifest,
  locale: Locale,
  entry: LanguageEntry | undefined,
): BabelwireError {
  const { id, withdrawn, languages } = manifest
  if (withdrawn !== undefined) {
    return new BabelwireError('input', `${id} is withdrawn: ${withdrawn.reason}`, {
      mend: `"babelwire withdraw ${id} --restore" lets runs publish it again.`,
    })
  }
  const live = Object.entries(languages).flatMap(([tag, { revision }]) =>
    revision === undefined ? [] : [tag],
  )
  const why =
    entry?.state === 'held'
      ? `${locale} is held (${entry.held.join(' ')})`
      : `${id} is not published in ${locale}`
  return new BabelwireError('input', why, { mend: `It is in ${live.join(', ')}.` })
}
