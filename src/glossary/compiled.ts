import { shortHash } from '../hash.ts'
import type { Glossary } from './entry.ts'

/** Raised when the rules of the file or the fields of an entry change, so that old forms are read anew. */
const version = 1

/** A validated glossary as JSON, to be loaded without parsing and validating the file again. */
export function packGlossary(glossary: Glossary): string {
  return JSON.stringify({ version, glossary }, (_, value: unknown) =>
    value instanceof Map ? { map: [...value] } : value,
  )
}

/** The glossary that was packed; nothing when it was packed by other rules. */
export function unpackGlossary(packed: string): Glossary | undefined {
  if (!packed.startsWith(`{"version":${version},`)) return undefined
  const { glossary } = JSON.parse(packed, (_, value: unknown) =>
    isPackedMap(value) ? new Map(value.map) : value,
  ) as { readonly glossary: Glossary }
  return glossary
}

/** No entry has a field `map`: entries are lists of fixed fields. */
function isPackedMap(value: unknown): value is { readonly map: readonly [string, unknown][] } {
  return typeof value === 'object' && value !== null && 'map' in value && Array.isArray(value.map)
}

/** Hash of all that decides what a glossary does: not of comments, notes, approvals and places. */
export function glossaryHash({ source, entries }: Glossary): string {
  return shortHash(
    source,
    entries.map((entry) => [
      ...[entry.key, entry.source, entry.also, entry.isCaseExact, entry.unless, entry.onlyIf],
      ...[entry.retired !== undefined, entry.keep, entry.uninflected],
      ...[entry.to, entry.forms, entry.never].map((map) => [...map]),
    ]),
  )
}
