import { diffRevisions, type Archive, type BlockChange } from '../archive/index.ts'
import type { Locale } from '../model.ts'
import type { LanguageReport } from '../pipeline/report.ts'
import { paint, type Context } from './context.ts'

/** What the last revision of an article changed, and what that did in each language. */
export interface RevisionStatus {
  readonly significance: string
  readonly before: string
  readonly after: string
  readonly blocks: readonly (BlockChange & {
    readonly languages: Readonly<Record<Locale, Effect>>
  })[]
}

/** Whether a changed block was asked for, came from memory or waits for an editor. */
type Effect = 'translated' | 'from memory' | 'held' | 'reviewed' | 'not made'

/** The last two revisions compared; nothing for an article that never changed. */
export async function revisionStatus(
  id: string,
  languages: readonly Locale[],
  archive: Archive,
): Promise<RevisionStatus | undefined> {
  const life = await archive.life(id)
  if (life?.previous === undefined) return undefined
  const { article, previous, significance = 'minor' } = life
  const made = await archive.localized(id)
  const reports = new Map(
    languages.map((locale) => {
      const report = made.get(locale)?.report
      return [locale, report === undefined ? undefined : (JSON.parse(report) as LanguageReport)]
    }),
  )
  const changed = diffRevisions(previous.blocks, article.blocks).filter(
    ({ kind }) => kind !== 'unchanged',
  )
  return {
    significance,
    before: previous.revision,
    after: article.revision,
    blocks: changed.map((change) => ({
      ...change,
      languages: Object.fromEntries(
        languages.map((locale) => [
          locale,
          effectOf(change.key, article.revision, reports.get(locale)),
        ]),
      ),
    })),
  }
}

function effectOf(key: string, revision: string, report: LanguageReport | undefined): Effect {
  if (report?.revision !== revision) return 'not made'
  if (report.state === 'reviewed') return 'reviewed'
  if (report.heldSegments.some((one) => one.key === key || one.key.startsWith(`${key}.`))) {
    return 'held'
  }
  return report.sentBlocks?.includes(key) === true ? 'translated' : 'from memory'
}

/** The same for a person: what was there, what is there, and one line for the languages. */
export function printRevision(status: RevisionStatus, { out }: Context): void {
  const { significance, before, after, blocks } = status
  out(`\nlast change: ${significance}, ${before} to ${after}\n`)
  for (const { kind, key, from, before: was, after: is, languages } of blocks) {
    const origin = from.length === 0 ? '' : ` from ${from.join(', ')}`
    out(`\n${paint('bold', key)}  ${kind}${origin}\n`)
    if (was !== undefined && was !== is) out(`  ${paint('red', '-')} ${was}\n`)
    if (is !== undefined) out(`  ${was === is ? ' ' : paint('green', '+')} ${is}\n`)
    if (kind === 'deleted') continue
    const byEffect = Map.groupBy(Object.entries(languages), ([, effect]) => effect)
    const effects = [...byEffect].map(
      ([effect, all]) => `${effect}: ${all.map(([locale]) => locale).join(' ')}`,
    )
    out(`    ${effects.join('; ')}\n`)
  }
}
