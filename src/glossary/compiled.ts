import { shortHash } from '../hash.ts'
import type { Locale } from '../model.ts'
import type { Entry, Glossary } from './entry.ts'

/** Raised when the rules of the file or the fields of an entry change, so that old forms are read anew. */
const version = 1

/** An entry as JSON holds it: maps as lists of pairs. */
interface PackedEntry extends Omit<Entry, 'to' | 'forms' | 'never'> {
  readonly to: readonly (readonly [Locale, string])[]
  readonly forms: readonly (readonly [Locale, readonly string[]])[]
  readonly never: readonly (readonly [Locale, readonly string[]])[]
}

interface Packed {
  readonly version: number
  readonly source: Locale
  readonly entries: readonly PackedEntry[]
}

/** A validated glossary as JSON, to be loaded without parsing and validating the file again. */
export function packGlossary({ source, entries }: Glossary): string {
  const packed: Packed = {
    version,
    source,
    entries: entries.map((entry) => ({
      ...entry,
      to: [...entry.to],
      forms: [...entry.forms],
      never: [...entry.never],
    })),
  }
  return JSON.stringify(packed)
}

/** The glossary that was packed; nothing when it was packed by other rules. */
export function unpackGlossary(packed: string): Glossary | undefined {
  if (!packed.startsWith(`{"version":${version},"source"`)) return undefined
  const { source, entries } = JSON.parse(packed) as Packed
  return {
    source,
    entries: entries.map((entry) => ({
      ...entry,
      to: new Map(entry.to),
      forms: new Map(entry.forms),
      never: new Map(entry.never),
    })),
  }
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
