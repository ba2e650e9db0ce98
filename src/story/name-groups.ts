import type { Locale } from '../model.ts'
import type { Mention } from './find-mentions.ts'
import type { NameKind } from './names-in-sentence.ts'
import { nameRules } from './name-rules.ts'
import { dictionaryForm, sameName, wordsOf } from './same-name.ts'

/** One spelling of a name in the source, its inflections with it: "Andrii Sybiha", or "Sybiha". */
export interface Variant {
  readonly text: string
  /** Its inflected and otherwise capitalised forms, as found. */
  readonly spellings: ReadonlyMap<string, number>
  readonly mentions: readonly Mention[]
  readonly kind?: NameKind
}

/** A name with the shorter forms that stand for it; the full one first. */
export interface NameGroup {
  readonly variants: readonly Variant[]
}

/** Puts the mentions of one name together: inflections first, then surnames with full names. */
export function groupNames(mentions: readonly Mention[], locale: Locale): readonly NameGroup[] {
  const found = variantsOf(mentions, locale)
  const rules = nameRules(locale)
  const { heads, links } = rules.words
  const isPersonal = ({ kind, text }: Variant): boolean =>
    kind !== 'organisation' &&
    wordsOf(text).length > 1 &&
    !wordsOf(text).some((word) => heads.has(word) || links.has(word))
  const ends = new Map<string, { full: Variant; end: string }[]>()
  for (const full of found.filter(isPersonal)) {
    for (const end of endsOf(full.text)) push(ends, bucketOf(end), { full, end })
  }
  const isSame = sameName(locale)
  const owner = new Map<Variant, Variant>()
  const variants = found.map((variant) => {
    const owners = (ends.get(bucketOf(variant.text)) ?? []).filter(
      ({ full, end }) => full !== variant && isSame(end, variant.text),
    )
    const [only] = owners
    // Two people of one surname: the surname alone is nobody's.
    if (only === undefined || owners.length > 1) return variant
    // The full name knows the dictionary form: Трамп, where the text has only Трампа.
    const own = rules.hasCapitals ? { ...variant, text: only.end } : variant
    owner.set(own, only.full)
    return own
  })
  const groups = new Map<Variant, Variant[]>()
  for (const variant of variants) push(groups, ownerOf(variant, owner), variant)
  return [...groups].map(([full, members]) => ({
    variants: [full, ...members.filter((member) => member !== full)],
  }))
}

function ownerOf(variant: Variant, owner: ReadonlyMap<Variant, Variant>): Variant {
  let full = variant
  for (let next = owner.get(full); next !== undefined; next = owner.get(full)) full = next
  return full
}

/** Names in different buckets are never one: inflection leaves the start of a name as it is. */
function bucketOf(name: string): string {
  return `${wordsOf(name).length} ${name.slice(0, 3).toLowerCase()}`
}

/** What a full name may be shortened to: Tayyip Erdogan, Erdogan. */
function endsOf(text: string): readonly string[] {
  const words = text.split(/\s+/u)
  return words.slice(1).map((_, i) => words.slice(i + 1).join(' '))
}

function variantsOf(mentions: readonly Mention[], locale: Locale): readonly Variant[] {
  const bySpelling = new Map<string, Mention[]>()
  for (const mention of mentions) push(bySpelling, mention.name.text, mention)
  const isSame = sameName(locale)
  const buckets = new Map<string, string[][]>()
  for (const spelling of bySpelling.keys()) {
    const bucket = bucketOf(spelling)
    const families = buckets.get(bucket) ?? []
    buckets.set(bucket, families)
    const family = families.find((known) => known.some((one) => isSame(one, spelling)))
    if (family === undefined) families.push([spelling])
    else family.push(spelling)
  }
  return [...buckets.values()].flat().map((family) => {
    const spellings = new Map(family.map((one) => [one, bySpelling.get(one)?.length ?? 0]))
    const found = family.flatMap((one) => bySpelling.get(one) ?? [])
    const kind = kindOf(found)
    return {
      text: dictionaryForm(spellings, locale),
      spellings,
      mentions: found,
      ...(kind === undefined ? {} : { kind }),
    }
  })
}

/** What the mentions agree on. */
function kindOf(mentions: readonly Mention[]): NameKind | undefined {
  const kinds = new Set(mentions.flatMap(({ name }) => name.kind ?? []))
  return kinds.size === 1 ? [...kinds][0] : undefined
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}
