import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readIfThere } from '../bundle/index.ts'
import { BabelwireError, type Place } from '../errors.ts'
import { parseJson, placeAt } from '../ingest/json-place.ts'
import { fallbackChain } from '../locale.ts'
import type { Locale } from '../model.ts'

/** The site messages that come with Babelwire: `locales/` beside `src/` and `dist/`. */
export const shippedMessages: string = fileURLToPath(new URL('../../locales/', import.meta.url))

/** The messages of one file and where their keys stand. */
export interface MessageFile {
  readonly texts: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, Place>
  /** Keys that stand twice, each where it stands again: JSON takes the last one in silence. */
  readonly repeated: readonly { readonly key: string; readonly place: Place }[]
}

/** Where the site messages of a language are kept below an output folder. */
export function messageFile(output: string, locale: Locale): string {
  return path.join(output, locale, 'site.json')
}

/**
 * A file of site messages; nothing when there is none.
 * @throws {BabelwireError} `input` with the place where it is no flat JSON map of keys to texts.
 */
export function readMessageFile(file: string, name: string = file): MessageFile | undefined {
  const content = readIfThere(file)
  if (content === undefined) return undefined
  const text = content.replace(/^\ufeff/, '')
  const value = parseJson({ name, text })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw notFlat('it is not a map of keys to texts', placeAt(name, text, text.search(/\S/)))
  }
  const texts = new Map<string, string>()
  for (const [key, message] of Object.entries(value)) {
    if (typeof message === 'string') texts.set(key, message)
    else throw notFlat(`"${key}" is not a text`, placeOfKey(name, text, key))
  }
  return { texts, ...keyPlaces(name, text) }
}

function notFlat(message: string, place: Place): BabelwireError {
  const mend = 'Write one flat map, each key with one text: {"site.front": "Front page"}.'
  return new BabelwireError('input', message, { place, mend })
}

/** Strings of valid JSON, and whether a colon makes each one a key. */
const jsonStrings = /"(?:[^"\\]|\\.)*"(\s*:)?/g

function keyPlaces(name: string, text: string): Pick<MessageFile, 'places' | 'repeated'> {
  const places = new Map<string, Place>()
  const repeated: { key: string; place: Place }[] = []
  for (const { 0: found, 1: colon, index } of text.matchAll(jsonStrings)) {
    if (colon === undefined) continue
    const key = JSON.parse(found.slice(0, -colon.length)) as string
    const place = placeAt(name, text, index)
    if (places.has(key)) repeated.push({ key, place })
    places.set(key, place)
  }
  return { places, repeated }
}

function placeOfKey(name: string, text: string, key: string): Place {
  const offset = text.indexOf(JSON.stringify(key))
  return placeAt(name, text, Math.max(0, offset))
}

/**
 * All texts of a language from the folders given, the first one deciding (the newsroom's own before
 * those that come with Babelwire), `pt` filling the gaps of `pt-BR`. A file that cannot be read
 * counts as absent; `babelwire check` reports it.
 */
export function messageTexts(
  folders: readonly string[],
  locale: Locale,
): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) =>
    fallbackChain(locale).map((tag) => messageFile(folder, tag)),
  )
  const texts = files.toReversed().flatMap((file) => [...(readableTexts(file) ?? [])])
  return new Map(texts.filter(([, text]) => text.trim() !== ''))
}

function readableTexts(file: string): ReadonlyMap<string, string> | undefined {
  try {
    return readMessageFile(file)?.texts
  } catch (error) {
    if (error instanceof BabelwireError && error.code === 'input') return undefined
    throw error
  }
}
