import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
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
    if (!isMap(known.value)) known.value = replacement(document, known.value, {}) as YAMLMap
    set(document, known.value as YAMLMap, edit.path, edit.value)
  }
  return formatGlossary(document.toString({ lineWidth: 0 }), file)
}

function termsOf(document: Document): YAMLMap {
  const terms = document.get('terms', true)
  if (isMap(terms)) {
    // Written as {}, it would take new entries on its line.
    terms.flow = false
    return terms
  }
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
    else if (!replaceInPlace(document, node, value))
      map.set(key, replacement(document, node, value))
    return
  }
  if (isMap(node)) {
    set(document, node, rest, value)
    // Nobody asked for a comment to go.
    if (node.items.length === 0 && !hasComment(node)) map.delete(key)
  } else if (value !== undefined) {
    const inner = document.createNode({})
    map.set(key, inner)
    set(document, inner as unknown as YAMLMap, rest, value)
  }
}

/** Changes a text, or a list item by item: their comments stay. */
function replaceInPlace(document: Document, node: unknown, value: GlossaryValue): boolean {
  if (isScalar(node) && typeof value === 'string') {
    node.value = value
    return true
  }
  if (!isSeq(node) || !Array.isArray(value)) return false
  const wanted = value as readonly string[]
  const list = node as YAMLSeq
  const textOf = (item: unknown): string => String(isScalar(item) ? item.value : item)
  const known = new Map(list.items.map((item) => [textOf(item), item]))
  list.items = wanted.map((text) => known.get(text) ?? document.createNode(text))
  return true
}

/** A node of another kind, with the comments of the old one. */
function replacement(document: Document, node: unknown, value: GlossaryValue): unknown {
  const made = document.createNode(value)
  if (!isNode(node) || !isNode(made)) return made
  // A comment behind a list of several lines would stand below it.
  if (isCollection(made)) made.flow = true
  made.comment = node.comment ?? null
  made.commentBefore = node.commentBefore ?? null
  return made
}

function hasComment(node: YAMLMap): boolean {
  return Boolean(node.comment) || Boolean(node.commentBefore)
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}

function refuse(file: string, message: string): BabelwireError {
  return new BabelwireError('glossary', message, { place: { file } })
}
