import { createHash } from 'node:crypto'
import type { Locale } from '../model.ts'
import { baseLanguage } from './deepl-languages.ts'
import type { DeeplDictionary } from './deepl-client.ts'
import type { EngineGlossary, RefusedPair } from './engine.ts'

/** A glossary that DeepL is to hold, under a name that says what is in it. */
export interface PlannedGlossary {
  readonly name: string
  readonly dictionaries: readonly PlannedDictionary[]
}

export interface PlannedDictionary extends DeeplDictionary {
  /** The pairs of locales (`pairKey`) that are translated with it. */
  readonly serves: readonly string[]
}

/** The pair of locales as one word. */
export function pairKey(source: Locale, target: Locale): string {
  return `${source}>${target}`
}

/** Names of glossaries that Babelwire made; no other is ever deleted. */
export const ownGlossaryName: RegExp = /^babelwire-[0-9a-f]{16}$/

/**
 * The glossaries to keep at DeepL, whose dictionaries know languages but no regions or scripts.
 * 1. One glossary takes a dictionary of every language pair.
 * 2. `en-GB` and `en-US` share the dictionary `en` as long as they ask for the same.
 * 3. Where they differ, the second gets a dictionary in a second glossary.
 * @param isSupported Whether DeepL has glossaries for two of its languages.
 */
export function planGlossaries(
  glossaries: readonly EngineGlossary[],
  isSupported: (source: string, target: string) => boolean,
): readonly PlannedGlossary[] {
  const layers: Map<string, PlannedDictionary>[] = []
  const key = ({ source, target }: EngineGlossary): string => pairKey(source, target)
  for (const glossary of glossaries.toSorted((a, b) => compare(key(a), key(b)))) {
    const source = baseLanguage(glossary.source)
    const target = baseLanguage(glossary.target)
    const { entries } = glossaryEntries(glossary.pairs)
    if (entries.size === 0 || !isSupported(source, target)) continue
    const languages = pairKey(source, target)
    const content = JSON.stringify([...entries])
    const isFree = (layer: (typeof layers)[number]): boolean => {
      const taken = layer.get(languages)
      return taken === undefined || JSON.stringify([...taken.entries]) === content
    }
    let layer = layers.find(isFree)
    if (layer === undefined) layers.push((layer = new Map()))
    const serves = [...(layer.get(languages)?.serves ?? []), key(glossary)]
    layer.set(languages, { source, target, entries, serves })
  }
  return layers.map((layer) => {
    const dictionaries = [...layer.values()].toSorted((a, b) =>
      compare(dictionaryKey(a), dictionaryKey(b)),
    )
    return { name: `babelwire-${contentHash(dictionaries)}`, dictionaries }
  })
}

function dictionaryKey({ source, target }: DeeplDictionary): string {
  return pairKey(source, target)
}

function contentHash(dictionaries: readonly DeeplDictionary[]): string {
  const content = dictionaries.map(({ source, target, entries }) => [source, target, [...entries]])
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}

/** By UTF-16 code units, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Pairs as DeepL takes them: sorted, the first of a repeated source; and those that it refuses. */
export function glossaryEntries(pairs: EngineGlossary['pairs']): {
  readonly entries: ReadonlyMap<string, string>
  readonly refused: readonly RefusedPair[]
} {
  const entries = new Map<string, string>()
  const refused: RefusedPair[] = []
  for (const pair of pairs) {
    const [source, target] = [pair[0].trim().normalize('NFC'), pair[1].trim().normalize('NFC')]
    const reason = refusal(source) ?? refusal(target) ?? reserved(source)
    if (reason !== undefined) refused.push({ source: pair[0], reason })
    else if (!entries.has(source)) entries.set(source, target)
  }
  return { entries: new Map([...entries].toSorted((a, b) => compare(a[0], b[0]))), refused }
}

/** DeepL's limit of a glossary phrase, in bytes of UTF-8. */
const maxPhraseBytes = 1024

/** Why DeepL takes a phrase in no glossary, if it does not. */
function refusal(phrase: string): string | undefined {
  if (phrase === '') return 'empty'
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(phrase)) return 'a control character in it'
  if (!phrase.isWellFormed()) return 'half a character in it'
  return Buffer.byteLength(phrase) > maxPhraseBytes ? 'longer than 1,024 bytes' : undefined
}

/** deepl-node keeps entries on a plain object, which "has" a `constructor` from the start. */
function reserved(source: string): string | undefined {
  return source in {} ? "a word that DeepL's client reserves" : undefined
}
