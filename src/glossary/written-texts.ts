import { isMap, isScalar, isSeq, type Document, type Scalar, type YAMLSeq } from 'yaml'
import { canonicalLocale } from '../locale.ts'
import type { Locale } from '../model.ts'

/** A text of the file as it is written, with the node that holds it. */
export interface WrittenText {
  readonly node: Scalar<string>
  readonly text: string
  /** Key of its entry, as written. */
  readonly entry: string
  /** Keys and indices from the top of the file. */
  readonly path: readonly string[]
  /** `key`, or the key below the entry or its `about` that it stands under. */
  readonly field: string
  /** The language it is in; absent for notes, tags and what has no valid tag. */
  readonly locale?: Locale
  /** The list it stands in. */
  readonly list?: YAMLSeq
}

/** Fields of `about` that hold words of the source language. */
const sourceFields = ['source', 'also', 'unless', 'only-if']

/**
 * Every text of the entries, also where the schema refuses what stands around it; dates, tags and
 * unknown keys are left out, but for the tags of `keep`.
 */
export function writtenTexts(document: Document): readonly WrittenText[] {
  const terms = document.get('terms', true)
  const source = localeOf(textOf(document.get('source', true)) ?? 'en')
  if (!isMap(terms)) return []
  return terms.items.flatMap(({ key, value }) => {
    const entry = textOf(key)
    if (entry === undefined) return []
    const at = { entry, path: ['terms', entry] }
    const entryTexts = isMap(value) ? pairsOf(value) : []
    return [
      ...textsIn(key, { ...at, field: 'key' }, source),
      ...entryTexts.flatMap(([field, node]) => {
        const below = { entry, path: [...at.path, field], field }
        if (field === 'keep') return textsIn(node, below, undefined)
        if (!isMap(node)) return []
        return pairsOf(node).flatMap(([name, inner]) => {
          const path = [...below.path, name]
          if (field === 'about') {
            const locale = sourceFields.includes(name) ? source : undefined
            const isText = locale !== undefined || name === 'kind' || name === 'note'
            return isText ? textsIn(inner, { entry, path, field: name }, locale) : []
          }
          const isPerLanguage = field === 'to' || field === 'forms' || field === 'never'
          return isPerLanguage ? textsIn(inner, { entry, path, field }, localeOf(name)) : []
        })
      }),
    ]
  })
}

function pairsOf(map: {
  readonly items: readonly { key: unknown; value: unknown }[]
}): readonly (readonly [name: string, value: unknown])[] {
  return map.items.map(({ key, value }) => [textOf(key) ?? '', value] as const)
}

function textsIn(
  node: unknown,
  at: Pick<WrittenText, 'entry' | 'path' | 'field'>,
  locale: Locale | undefined,
): readonly WrittenText[] {
  const inLocale = locale === undefined ? {} : { locale }
  if (isSeq(node)) {
    return node.items.flatMap((item, index) =>
      textsIn(item, { ...at, path: [...at.path, String(index)] }, locale).map((one) => ({
        ...one,
        list: node,
      })),
    )
  }
  if (!isText(node)) return []
  return [{ ...at, ...inLocale, node, text: node.value }]
}

function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string'
}

function textOf(node: unknown): string | undefined {
  return isText(node) ? node.value : undefined
}

/** The schema reports what is no tag. */
function localeOf(tag: string): Locale | undefined {
  try {
    return canonicalLocale(tag)
  } catch {
    return undefined
  }
}

/** Tells, text by text, whether a text as mended stood in its list before. */
export function noteRepetitions(): (written: WrittenText, mended: string) => boolean {
  const lists = new Map<YAMLSeq, Set<string>>()
  return ({ list }, mended) => {
    if (list === undefined) return false
    const before = lists.get(list) ?? new Set()
    lists.set(list, before)
    const isRepeated = before.has(mended)
    before.add(mended)
    return isRepeated
  }
}
