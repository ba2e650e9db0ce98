import { isSameValue, type FieldValue } from './field.ts'

/** Whose value stands after a merge, and which value it is. */
export interface MergedValue {
  /**
   * `same`: both sides say it. `file`: the file changed it. `glossary`: only the glossary did, or
   * the file is silent. `conflict`: each changed it its own way, the glossary's stands.
   */
  readonly outcome: 'same' | 'file' | 'glossary' | 'conflict'
  readonly value: FieldValue
}

/** What was there before, as far as it is known. */
export type Base = { readonly value: FieldValue } | undefined

/** One text of the file against the glossary now. */
export function mergeText(base: Base, now: FieldValue, file: FieldValue): MergedValue {
  if (isSameValue(now, file)) return { outcome: 'same', value: now }
  if (base === undefined) {
    // Without a base an empty cell says nothing, and a first value takes nothing away.
    if (file === undefined) return { outcome: 'glossary', value: now }
    return now === undefined
      ? { outcome: 'file', value: file }
      : { outcome: 'conflict', value: now }
  }
  if (isSameValue(base.value, file)) return { outcome: 'glossary', value: now }
  if (isSameValue(base.value, now)) return { outcome: 'file', value: file }
  return { outcome: 'conflict', value: now }
}

/**
 * A list of the file against the glossary now, as sets: what the file added and took away since the
 * base, done to the glossary's list. Two sets never conflict.
 */
export function mergeList(base: Base, now: FieldValue, file: FieldValue): MergedValue {
  const [before, ours, theirs] = [itemsOf(base?.value), itemsOf(now), itemsOf(file)]
  const isRemoved = (item: string): boolean => before.includes(item) && !theirs.includes(item)
  const added = theirs.filter((item) => !before.includes(item) && !ours.includes(item))
  const merged = [...ours.filter((item) => !isRemoved(item)), ...added]
  const value = merged.length === 0 ? undefined : merged
  if (!isSameValue(value, now)) return { outcome: 'file', value }
  return { outcome: isSameValue(now, file) ? 'same' : 'glossary', value: now }
}

function itemsOf(value: FieldValue): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? [])
}
