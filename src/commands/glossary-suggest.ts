import { BabelwireError } from '../errors.ts'
import { editGlossary, inspectGlossary } from '../glossary/index.ts'
import { problemsError } from '../file-schema.ts'
import { englishName, isSameLanguage } from '../locale.ts'
import type { Locale } from '../model.ts'
import { openGlossary, readGlossary } from '../glossary-choice.ts'
import {
  draftEntries,
  nameRules,
  suggestNames,
  type DraftEntry,
  type Suggestion,
  type StoryArticle,
} from '../story/index.ts'
import { outJson, type CommandRunner, type CommonOptions, type Context } from './context.ts'
import { glossaryFile, writeGlossaryFile } from './glossary-file.ts'
import { loadConfig } from './load-config.ts'
import { describeSuggestion, jsonOfSuggestion } from './suggest-output.ts'
import { suggestSources } from './suggest-sources.ts'

type Options = CommonOptions & {
  readonly add?: boolean
  readonly limit?: string
  readonly from?: string
}

/** `babelwire glossary suggest`: names that no entry covers; `--add` writes them as drafts. */
export const run: CommandRunner<Options> = async (args, options, context) => {
  const limit = readLimit(options.limit)
  const config = loadConfig(options, context)
  const { articles, wanted } = await suggestSources(args, config, context, options.from)
  const found = suggestNames(articles, openGlossary(config).matcherFor).filter(
    (one) => wanted === undefined || one.articles.some((id) => wanted.has(id)),
  )
  const remarks = remarksOn(articles.filter(({ id }) => wanted?.has(id) !== false))
  const shown = found.slice(0, limit)
  const added = options.add === true ? await addDrafts(shown, options, context) : []
  if (options.json === true) {
    outJson(context, {
      names: found.map(jsonOfSuggestion),
      added: added.map(({ key, entry }) => ({ key, entry })),
      remarks,
    })
    return 0
  }
  if (options.add === true) {
    for (const { key, entry } of added) context.out(`added  ${key}  ${JSON.stringify(entry)}\n`)
  } else {
    for (const one of shown) context.out(describeSuggestion(one))
  }
  if (options.quiet === true) return 0
  for (const remark of remarks) context.note(`${remark}\n`)
  context.note(`${summary(found, shown.length, readGlossary(config).source, remarks.length > 0)}\n`)
  return 0
}

function readLimit(given: string = '50'): number {
  const limit = Number(given)
  if (Number.isInteger(limit) && limit > 0) return limit
  throw new BabelwireError('usage', `"${given}" is not a number of names`, {
    mend: 'Write a whole number, such as --limit 20.',
  })
}

/** Writes the drafts that the glossary does not have; nothing unless the whole file stays valid. */
async function addDrafts(
  suggestions: readonly Suggestion[],
  options: Options,
  context: Context,
): Promise<readonly DraftEntry[]> {
  const { file, name, content } = glossaryFile([], options, context)
  const { glossary } = inspectGlossary(content, name)
  const drafts = draftEntries(
    suggestions.filter(({ source }) => isSameLanguage(source, glossary.source)),
    glossary,
  )
  if (drafts.length === 0) return []
  const edited = editGlossary(content, name, drafts)
  const { problems } = inspectGlossary(edited, name)
  if (problems.length > 0) throw problemsError('glossary', problems)
  await writeGlossaryFile(file, edited)
  return drafts
}

/** What cannot be found in the languages at hand, and why. */
function remarksOn(articles: readonly StoryArticle[]): readonly string[] {
  const sources = [...new Set(articles.map(({ source }) => source))].sort()
  const misread = articles.filter(
    ({ source, blocks }) => nameRules(source).hasCapitals && !hasCapitalsIn(blocks),
  )
  const uncased = misread.map(
    ({ id, source }) =>
      `${id} is read as ${englishName(source)} but has no capitals: its names were not looked for. State its language with --from.`,
  )
  const byLanguage = sources.flatMap((source) => {
    const { hasCapitals, hasCapitalNouns, language } = nameRules(source)
    if (!hasCapitals) {
      return `${englishName(language)} has no capitals: only quoted names and those the source format marks are found.`
    }
    if (!hasCapitalNouns) return []
    return `${englishName(language)} gives all nouns a capital: single words are found only as acronyms, behind a title, or as the surname of a full name.`
  })
  return [...uncased, ...byLanguage]
}

function hasCapitalsIn(blocks: StoryArticle['blocks']): boolean {
  return blocks.some(({ text }) => /\p{Lu}/u.test(text))
}

function summary(
  found: readonly Suggestion[],
  shown: number,
  source: Locale,
  isPartial: boolean,
): string {
  if (found.length === 0) {
    return isPartial ? 'no other name was found' : 'every name found is in the glossary'
  }
  const torn = found.filter(({ inconsistent }) => inconsistent.length > 0).length
  const foreign = found.filter((one) => !isSameLanguage(one.source, source)).length
  return [
    found.length === 1
      ? '1 name is not in the glossary'
      : `${found.length} names are not in the glossary`,
    torn === 0 ? '' : `, ${torn} of them rendered in two ways`,
    shown < found.length ? `; the first ${shown} are shown, --limit shows more` : '',
    foreign === 0 ? '' : `; ${foreign} of articles not in ${source} cannot be added`,
  ].join('')
}
