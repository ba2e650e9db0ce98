import type { YamlFile } from '../yaml-file.ts'
import { placeOfSpelling } from './contradictions.ts'
import type { Entry, Glossary } from './entry.ts'
import { fold, lower } from './fold.ts'
import type { GlossaryProblem } from './problem.ts'
import { isUnspaced } from './words.ts'

/** Longer names are not looked into: nobody overlaps in a dozen words by chance. */
const maxTokens = 12

/** Names inside longer names, as England in Bank of England: the longest wins. */
export function overlaps(
  { entries, source }: Glossary,
  yaml: Pick<YamlFile, 'placeOf' | 'valuePlaceOf'>,
): readonly GlossaryProblem[] {
  const active = entries.filter((entry) => entry.retired === undefined)
  const spelled = active.flatMap((entry) =>
    [...new Set([entry.source, ...entry.also])].map((written) => ({
      entry,
      written,
      spelling: lower(fold(written).text, source),
    })),
  )
  const bySpelling = new Map<string, Entry>()
  for (const { entry, spelling } of spelled) {
    if (!bySpelling.has(spelling)) bySpelling.set(spelling, entry)
  }
  const told = new Set<string>()
  return spelled.flatMap(({ entry, written, spelling }) =>
    partsOf(spelling).flatMap((part): readonly GlossaryProblem[] => {
      const inner = bySpelling.get(part)
      const pair = JSON.stringify([entry.key, inner?.key])
      if (inner === undefined || inner === entry || told.has(pair)) return []
      told.add(pair)
      const [outer, name] = [entry.key, inner.key]
      return [
        {
          severity: 'info',
          kind: 'overlap',
          entry: outer,
          place: placeOfSpelling(yaml, entry, written),
          message: `${outer}: "${written}" holds ${name}; the longest wins: ${outer} is found there`,
          mend: 'Nothing to do.',
        },
      ]
    }),
  )
}

/** Runs of whole words, without the whole. */
function partsOf(spelling: string): readonly string[] {
  const word = isUnspaced(spelling) ? /[\p{L}\p{N}]\p{M}*/gu : /[\p{L}\p{M}\p{N}]+/gu
  const words = Array.from(spelling.matchAll(word), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  })).slice(0, maxTokens)
  return words.flatMap(({ start }, from) =>
    words
      .slice(from)
      .map(({ end }) => spelling.slice(start, end))
      .filter((part) => part !== spelling),
  )
}
