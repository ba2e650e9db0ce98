import { isCollection, isMap, isPair, isScalar, visit } from 'yaml'
import type { Document, Pair, YAMLMap } from 'yaml'
import { parseYamlFile } from '../yaml-file.ts'
import { keyOrder } from './file-shape.ts'

/** Longest line an entry may take in the form `Odesa: {about: …, to: …}`. */
const lineLength = 100

/**
 * The canonical text of a glossary file: known keys in their order, values on one line each, NFC,
 * comments and the order of the entries kept. Canonical text comes back byte for byte.
 * @throws {BabelwireError} `glossary` when it is not YAML.
 */
export function formatGlossary(content: string, file: string): string {
  const { document } = parseYamlFile(content.normalize('NFC'), file, {
    code: 'glossary',
    areStrings: true,
  })
  if (!isMap(document.contents)) return content.normalize('NFC')
  document.contents.flow = false
  sortKeys(document.contents, keyOrder.file)
  const terms = document.get('terms', true)
  if (isMap(terms)) {
    terms.flow = false
    for (const pair of terms.items) formatEntry(pair)
  }
  quoteNothingNeedlessly(document)
  const version = document.get('version', true)
  if (isScalar(version)) version.type = 'PLAIN'
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

function formatEntry(pair: Pair): void {
  const entry = pair.value
  if (!isMap(entry)) return
  sortKeys(entry, keyOrder.entry)
  for (const { key, value } of entry.items) {
    if (!isCollection(value)) continue
    setFlow(value)
    if (isMap(value) && isScalar(key) && key.value === 'about') sortKeys(value, keyOrder.about)
  }
  if (entry.flow === true && flowLength(pair) > lineLength) entry.flow = false
}

function setFlow(node: unknown): void {
  if (!isCollection(node) || hasComment(node)) return
  node.flow = true
  for (const item of node.items) setFlow(isPair(item) ? item.value : item)
}

/** A comment inside a flow collection would break the line, so such a value stays as it is. */
function hasComment(node: unknown): boolean {
  let found = false
  visit(node as Document, {
    Node(_, inner) {
      if (inner.comment || inner.commentBefore) found = true
    },
  })
  return found
}

/** Roughly what `key: {…}` takes on a line. */
function flowLength(pair: Pair): number {
  return JSON.stringify(pair).replaceAll('"', '').length
}

/** Known keys in their order, unknown ones after them as they stood. */
function sortKeys(map: YAMLMap, order: readonly string[]): void {
  const rank = (pair: Pair): number => {
    const at = order.indexOf(isScalar(pair.key) ? String(pair.key.value) : '')
    return at < 0 ? order.length : at
  }
  const before = map.items.map((pair) => pair)
  map.items.sort((a, b) => rank(a) - rank(b))
  // The comment above the first key belongs to the map, not to that key.
  const [first, formerFirst] = [map.items[0], before[0]]
  if (first !== formerFirst && isScalar(first?.key) && isScalar(formerFirst?.key)) {
    const comment = formerFirst.key.commentBefore
    if (comment !== undefined && comment !== null && !first.key.commentBefore) {
      formerFirst.key.commentBefore = null
      first.key.commentBefore = comment
    }
  }
}

/** What other YAML readers take for a truth value, nothing or a number. */
const ambiguous = /^(?:|~|null|true|false|yes|no|y|n|on|off|[-+.]?\d[\d_.,eE+]*)$/i

/** Quotes only where a value would be read as something else without them. */
function quoteNothingNeedlessly(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string' || node.value.includes('\n')) return
      node.type = ambiguous.test(node.value) ? 'QUOTE_DOUBLE' : 'PLAIN'
    },
  })
}
