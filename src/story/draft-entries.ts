import { fold, type Glossary, type GlossaryEdit, type GlossaryValue } from '../glossary/index.ts'
import type { Locale } from '../model.ts'
import type { Variant } from './name-groups.ts'
import type { RenderingFamily } from './rendering-families.ts'
import type { Rendered } from './renderings-by-language.ts'
import { dictionaryForm } from './same-name.ts'
import type { Suggestion } from './suggest.ts'

/** So many mentions have to agree, unless the language prints the name as the source does. */
const fewestMentions = 2

/** An entry to be added with `editGlossary`. */
export type DraftEntry = Extract<GlossaryEdit, { kind: 'add' }>

/**
 * The entries that suggestions become: one for a full name and one for each shorter form, without
 * `approved`, with the renderings that are the same everywhere. Keys and spellings that the glossary
 * has are left out.
 */
export function draftEntries(
  suggestions: readonly Suggestion[],
  glossary: Glossary,
): readonly DraftEntry[] {
  const taken = new Set(
    glossary.entries.flatMap(({ key, source, also }) => [key, source, ...also].map(spelled)),
  )
  return suggestions.flatMap((suggestion) =>
    suggestion.variants.flatMap((variant) => {
      if (taken.has(spelled(variant.text))) return []
      taken.add(spelled(variant.text))
      const also = [...variant.spellings.keys()].filter((one) => !taken.has(spelled(one)))
      for (const one of also) taken.add(spelled(one))
      return [
        { kind: 'add' as const, key: variant.text, entry: draftEntry(variant, also, suggestion) },
      ]
    }),
  )
}

function spelled(name: string): string {
  return fold(name).text.toLowerCase()
}

function draftEntry(
  variant: Variant,
  also: readonly string[],
  { kind, renderings }: Suggestion,
): GlossaryValue {
  const about = {
    ...(kind === undefined ? {} : { kind }),
    ...(also.length === 0 ? {} : { also }),
  }
  const agreed = [...renderings].flatMap(([locale, families]) => {
    const text = agreedRendering(variant, families, locale)
    return text === undefined ? [] : [[locale, text] as const]
  })
  const keep = agreed.filter(([, text]) => text === variant.text).map(([locale]) => locale)
  const to = Object.fromEntries(agreed.filter(([, text]) => text !== variant.text))
  return {
    ...(Object.keys(about).length === 0 ? {} : { about }),
    ...(keep.length === 0 ? {} : { keep }),
    ...(Object.keys(to).length === 0 ? {} : { to }),
  }
}

/** What a language prints for this form of the name, when it does so always. */
function agreedRendering(
  variant: Variant,
  families: readonly RenderingFamily[],
  locale: Locale,
): string | undefined {
  const [family, other] = families
  if (family === undefined || other !== undefined) return undefined
  const own = family.rendered.filter((one) => one.variant === variant)
  const words = variant.text.split(' ').length
  const texts = own.map((one) => one.text)
  // The surname alone for a full name is not what the full name is called.
  const whole = texts.filter((text) => words === 1 || !isShorter(text, own))
  const text = dictionaryForm(countOf(whole), locale)
  if (text === '') return undefined
  return family.rendered.length >= fewestMentions || text === variant.text ? text : undefined
}

function isShorter(text: string, rendered: readonly Rendered[]): boolean {
  return rendered.some((one) => one.text !== text && one.text.endsWith(text))
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
