import type { Entry, Glossary } from './entry.ts'
import { compileMatcher, type Hit } from './matcher.ts'
import type { GlossaryProblem } from './problem.ts'

/** A plain sentence of a published article, in the language of the glossary. */
export interface PublishedSentence {
  readonly article: string
  readonly text: string
}

/** Drafts that readers already see, and retired names that articles still say; the most used first. */
export function usage(
  glossary: Glossary,
  sentences: readonly PublishedSentence[],
): readonly GlossaryProblem[] {
  const { entries } = glossary
  const isActive = (entry: Entry): boolean => entry.retired === undefined
  const find = compileMatcher({ ...glossary, entries: entries.filter(isActive) })
  const findRetired = compileMatcher({
    ...glossary,
    entries: entries.filter((entry) => !isActive(entry)).map(withoutRetirement),
  })
  const drafts: Counts = new Map()
  const retired: Counts = new Map()
  for (const { article, text } of sentences) {
    const hits = find(text)
    for (const { entry } of hits) {
      if (entry.approved === undefined) count(drafts, entry.key, article)
    }
    for (const hit of findRetired(text)) {
      // What another entry took over is no loose end.
      if (!hits.some((other) => overlap(hit, other))) count(retired, hit.entry.key, article)
    }
  }
  const tell = (counts: Counts, kind: 'draft-in-use' | 'retired-in-use'): GlossaryProblem[] =>
    entries
      .flatMap((entry) => {
        const used = counts.get(entry.key)
        return used === undefined ? [] : [{ entry, used }]
      })
      .sort((a, b) => b.used.times - a.used.times)
      .map(({ entry, used }) => ({
        severity: 'warning',
        kind,
        entry: entry.key,
        place: entry.place,
        message: `${entry.key}: ${kind === 'draft-in-use' ? 'a draft' : 'retired, but'} in use, ${amount(used.times, 'time')} in ${amount(used.articles.size, 'article')}`,
        mend:
          kind === 'draft-in-use'
            ? 'Check it, then write who approved it, as in approved: 2026-11-20 mk.'
            : 'Take "retired" out, or give its spellings to the entry that replaces it (also: […]).',
      }))
  return [...tell(retired, 'retired-in-use'), ...tell(drafts, 'draft-in-use')]
}

type Counts = Map<string, { times: number; readonly articles: Set<string> }>

function count(counts: Counts, key: string, article: string): void {
  const used = counts.get(key) ?? { times: 0, articles: new Set() }
  counts.set(key, used)
  used.times++
  used.articles.add(article)
}

function withoutRetirement({ retired: _, ...entry }: Entry): Entry {
  return entry
}

function overlap(a: Hit, b: Hit): boolean {
  return a.range.start < b.range.end && b.range.start < a.range.end
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
