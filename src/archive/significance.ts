import type { Block, Significance } from '../model.ts'
import type { BlockChange } from './revision-diff.ts'
import { factsOf, isSameMeaning } from './same-meaning.ts'

/** More than this part of the blocks changed in what they say: another story. */
const majorShare = 0.5

/**
 * The weight of a revision (the rules for editors are in `docs/articles.md`):
 * - typographic: every block means what it meant (`same-meaning.ts`);
 * - major: another headline or summary, a number, name or negation changed inside a block, or half
 *   of the blocks changed;
 * - minor: all else.
 */
export function significanceOf(
  changes: readonly BlockChange[],
  { blocks, locale }: { readonly blocks: readonly Block[]; readonly locale: string },
): Significance {
  const titles = new Set(
    blocks.filter(({ role }) => role === 'headline' || role === 'summary').map(({ key }) => key),
  )
  const weights = changes.map((change) => weightOf(change, titles.has(change.key), locale))
  const meant = weights.filter((weight) => weight !== 'typographic').length
  if (weights.includes('major') || meant > changes.length * majorShare) return 'major'
  return meant > 0 ? 'minor' : 'typographic'
}

function weightOf(
  { kind, before, after }: BlockChange,
  isTitle: boolean,
  locale: string,
): Significance {
  if (kind === 'unchanged' || kind === 'restyled') return 'typographic'
  if (kind === 'moved' || kind === 'split' || kind === 'merged') return 'minor'
  if (before === undefined || after === undefined) return isTitle ? 'major' : 'minor'
  if (isSameMeaning(before, after, locale)) return 'typographic'
  return isTitle || factsOf(before) !== factsOf(after) ? 'major' : 'minor'
}
