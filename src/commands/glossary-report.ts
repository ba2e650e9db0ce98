import { formatPlace } from '../errors.ts'
import { problemKinds, type GlossaryProblem, type ProblemKind } from '../glossary/index.ts'
import { paint } from './context.ts'

/** What stands above the findings of a kind. */
const titles: Readonly<Record<ProblemKind, string>> = {
  shape: 'The shape of the file',
  language: 'Languages',
  contradiction: 'Contradictions in an entry',
  'same-spelling': 'Spellings that two entries share',
  'never-found': 'Entries that are never found',
  'forbidden-elsewhere': 'Forbidden forms that another entry accepts',
  'form-elsewhere': 'Forms that are the name of another entry',
  'look-alike': 'Letters of another script that look alike',
  'other-script': 'Renderings in another script',
  'not-composed': 'Letters that are not composed',
  spaces: 'Needless spaces',
  invisible: 'Invisible characters',
  repeated: 'Repetitions',
  'missing-language': 'Missing languages',
  'retired-in-use': 'Retired entries whose words articles still say',
  'draft-in-use': 'Drafts in use',
  overlap: 'Names inside longer names',
}

/**
 * Findings by kind, for people: what to do is said once where it is the same for all of a kind. Of
 * missing languages there is a line for each language, and with `isVerbose` one for each entry.
 */
export function glossaryReport(problems: readonly GlossaryProblem[], isVerbose: boolean): string {
  return problemKinds
    .map((kind) => {
      const group = problems.filter(
        (one) => one.kind === kind && one.severity !== 'error' && (isVerbose || isShown(one)),
      )
      return group.length === 0 ? '' : section(kind, group, isVerbose)
    })
    .join('')
}

function isShown({ kind, severity }: GlossaryProblem): boolean {
  return severity === 'warning' || kind === 'missing-language'
}

function section(kind: ProblemKind, group: readonly GlossaryProblem[], isVerbose: boolean): string {
  const mends = new Set(group.map(({ mend }) => mend))
  const [mend = ''] = mends.size === 1 ? mends : []
  const lines =
    kind === 'missing-language'
      ? missing(group, isVerbose)
      : group.map((one) => line(one, mends.size > 1))
  const isCut = kind === 'draft-in-use' && !isVerbose && lines.length > draftsShown
  const shown = isCut ? lines.slice(0, draftsShown) : lines
  const more = isCut ? `  and ${lines.length - draftsShown} more (-v lists them)\n` : ''
  const hint = mend === '' ? '' : `  ${mend}\n`
  return `\n${paint('bold', `${titles[kind]} (${group.length})`)}\n${hint}${shown.join('')}${more}`
}

/** A newsroom that approves nothing must still see the rest; the most used stand first. */
const draftsShown = 10

function line({ place, message, mend = '' }: GlossaryProblem, withMend: boolean): string {
  return `  ${formatPlace(place)}  ${message}${withMend && mend !== '' ? `  ${mend}` : ''}\n`
}

/** Names shown of a language with many. */
const namesShown = 5

function missing(group: readonly GlossaryProblem[], isVerbose: boolean): readonly string[] {
  const byLanguage = Map.groupBy(group, ({ language = '' }) => language)
  return [...byLanguage].flatMap(([language, all]) => {
    const names = all.map(({ entry = '' }) => entry)
    const more = names.length > namesShown ? `, and ${names.length - namesShown} more` : ''
    const have = names.length === 1 ? '1 entry has' : `${names.length} entries have`
    return [
      `  ${language}: ${have} no rendering: ${names.slice(0, namesShown).join(', ')}${more}\n`,
      ...(isVerbose ? all.map((one) => `  ${line(one, false)}`) : []),
    ]
  })
}
