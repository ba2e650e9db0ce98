import { isMap, isScalar, type Document, type YAMLMap } from 'yaml'
import { BabelwireError } from '../errors.ts'
import { parseYamlFile } from '../yaml-file.ts'
import { formatGlossary } from './format.ts'

/** A value of a glossary file: text, a list of texts, or keys with such values. */
export type GlossaryValue =
  string | readonly string[] | { readonly [key: string]: GlossaryValue | undefined }

/** One change of one entry. */
export type GlossaryEdit =
  | { readonly kind: 'add'; readonly key: string; readonly entry: GlossaryValue }
  | {
      readonly kind: 'set'
      readonly key: string
      /** Path inside the entry, such as `['to', 'es']`; maps on the way are made. */
      readonly path: readonly string[]
      /** Nothing takes the value away, and what is empty without it. */
      readonly value: GlossaryValue | undefined
    }

/**
 * The file with its entries changed: new ones at the end, everything else as and where it was,
 * comments too, in canonical form.
 * @throws {BabelwireError} `glossary` for broken YAML, an entry that is added twice or is not there.
 */
export function editGlossary(
  content: string,
  file: string,
  edits: readonly GlossaryEdit[],
): string {
  const { document } = parseYamlFile(content, file, { code: 'glossary', areStrings: true })
  const terms = termsOf(document)
  const entries = new Map(terms.items.map((pair) => [keyText(pair.key), pair]))
  for (const edit of edits) {
    const known = entries.get(edit.key)
    if (edit.kind === 'add') {
      if (known !== undefined) throw refuse(file, `the entry "${edit.key}" is there already`)
      const pair = document.createPair(edit.key, edit.entry) as (typeof terms.items)[number]
      terms.add(pair)
      entries.set(edit.key, pair)
      continue
    }
    if (known === undefined) throw refuse(file, `there is no entry "${edit.key}"`)
    if (!isMap(known.value)) known.value = document.createNode({})
    set(document, known.value as YAMLMap, edit.path, edit.value)
  }
  return formatGlossary(document.toString({ lineWidth: 0 }), file)
}

function termsOf(document: Document): YAMLMap {
  const terms = document.get('terms', true)
  if (isMap(terms)) return terms
  document.set('terms', document.createNode({}))
  return document.get('terms', true) as unknown as YAMLMap
}

function set(
  document: Document,
  map: YAMLMap,
  [key, ...rest]: readonly string[],
  value: GlossaryValue | undefined,
): void {
  if (key === undefined) return
  const node = map.get(key, true) as unknown
  if (rest.length === 0) {
    if (value === undefined) map.delete(key)
    // A scalar is changed in place: its comment stays.
    else if (isScalar(node) && typeof value === 'string') node.value = value
    else map.set(key, document.createNode(value))
    return
  }
  if (isMap(node)) {
    set(document, node, rest, value)
    if (node.items.length === 0) map.delete(key)
  } else if (value !== undefined) {
    const inner = document.createNode({})
    map.set(key, inner)
    set(document, inner as unknown as YAMLMap, rest, value)
  }
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}

function refuse(file: string, message: string): BabelwireError {
  return new BabelwireError('glossary', message, { place: { file } })
}
