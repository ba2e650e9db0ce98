import { findRenderings, hasCapital, type Hit, termsFor } from '../glossary/index.ts'
import { isPseudo } from '../locale.ts'
import type { Locale, TermMatch } from '../model.ts'
import type { ReadSentence } from './find-mentions.ts'
import type { NamePlace, NameUse } from './name-use.ts'
import type { StoryBlock } from './published-texts.ts'
import { isOneName } from './rival-forms.ts'
import { wordsOf } from './same-name.ts'

/** The names in use for each entry that accepts more than one. */
export function coveredRenderings(sentences: readonly ReadSentence[]): readonly NameUse[] {
  const uses = new Map<string, OpenUse>()
  for (const [block, read] of byBlock(sentences)) {
    const hits = read.flatMap((one) => one.hits)
    const [first] = read
    if (hits.length === 0 || first === undefined) continue
    for (const [locale, text] of block.targets) {
      if (isPseudo(locale)) continue
      const terms = rivalTerms(hits, locale)
      if (terms.size === 0) continue
      // All names of the block are looked for, so that a longer one hides the shorter in it.
      for (const found of findRenderings(text, termsFor(hits, locale), locale)) {
        if (found.kind !== 'accepted') continue
        for (const entry of found.entries) {
          const term = terms.get(entry)
          if (term === undefined || !hasCapital(found.form) !== !hasCapital(term.accepted[0] ?? ''))
            continue
          note(uses, term, locale, found.form, {
            article: first.sentence.article.id,
            key: block.key,
            role: block.role,
            words: text.slice(found.range.start, found.range.end),
          })
        }
      }
    }
  }
  return [...uses.values()].map(toUse)
}

interface OpenUse {
  readonly term: TermMatch
  readonly locale: Locale
  /** By the form of the entry that was found. */
  readonly places: Map<string, NamePlace[]>
}

function byBlock(
  sentences: readonly ReadSentence[],
): ReadonlyMap<StoryBlock, readonly ReadSentence[]> {
  const blocks = new Map<StoryBlock, ReadSentence[]>()
  for (const read of sentences) {
    const known = blocks.get(read.sentence.block)
    if (known === undefined) blocks.set(read.sentence.block, [read])
    else known.push(read)
  }
  return blocks
}

/** The terms that accept more than one name in a language, by entry. */
function rivalTerms(hits: readonly Hit[], locale: Locale): ReadonlyMap<string, TermMatch> {
  return new Map(
    termsFor(hits, locale).flatMap((term) =>
      term.accepted.length > 1 ? [[term.entry, term] as const] : [],
    ),
  )
}

function note(
  uses: Map<string, OpenUse>,
  term: TermMatch,
  locale: Locale,
  form: string,
  place: NamePlace,
): void {
  const key = `${locale}\n${term.entry}`
  const use = uses.get(key) ?? { term, locale, places: new Map<string, NamePlace[]>() }
  uses.set(key, use)
  const known = use.places.get(form)
  if (known === undefined) use.places.set(form, [place])
  else known.push(place)
}

/** Puts the forms of one name together, full names first: a surname belongs to one that has it. */
function toUse({ term, locale, places }: OpenUse): NameUse {
  const isOne = isOneName(locale)
  const names: { text: string; places: NamePlace[] }[] = []
  const fullFirst = [...places].sort(([a], [b]) => wordsOf(b).length - wordsOf(a).length)
  for (const [text, found] of fullFirst) {
    const name = names.find((known) => isOne(text, known.text))
    if (name === undefined) names.push({ text, places: [...found] })
    else name.places.push(...found)
  }
  return {
    locale,
    name: term.entry,
    entry: term.entry,
    renderings: names.sort((a, b) => b.places.length - a.places.length),
  }
}
