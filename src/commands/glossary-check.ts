import { formatPlace } from '../errors.ts'
import { formatGlossary, inspectGlossary, type Glossary } from '../glossary/index.ts'
import { outJson, paint, type CommandRunner } from './context.ts'
import { glossaryFile } from './glossary-file.ts'

/** `babelwire glossary check`: all problems at once, then what the glossary holds. */
export const run: CommandRunner = async (args, options, context) => {
  const { name, content } = glossaryFile(args, options, context)
  const { glossary, problems } = inspectGlossary(content, name)
  const isCanonical = problems.length > 0 || formatGlossary(content, name) === content
  const drafts = glossary.entries.filter((entry) => entry.approved === undefined)
  if (options.json === true) {
    outJson(context, {
      file: name,
      entries: glossary.entries.length,
      drafts: drafts.map((entry) => entry.key),
      canonical: isCanonical,
      problems,
    })
    return problems.length > 0 ? 2 : 0
  }
  for (const { place, message, mend } of problems) {
    context.note(`${[formatPlace(place), message, mend ?? ''].join('  ').trimEnd()}  [glossary]\n`)
  }
  if (problems.length > 0) return 2
  if (options.quiet !== true) context.out(summary(name, glossary, drafts.length, isCanonical))
  if (options.verbose === true) {
    for (const { key, place } of drafts) {
      context.out(`${paint('yellow', 'draft')}  ${formatPlace(place)}  ${key}\n`)
    }
  }
  return 0
}

function summary(name: string, glossary: Glossary, drafts: number, isCanonical: boolean): string {
  const languages = new Set(glossary.entries.flatMap((entry) => [...entry.to.keys()]))
  const lines = [
    `${name}  ${glossary.entries.length} entries, ${drafts} of them drafts, ${languages.size} languages`,
    ...(isCanonical ? [] : ['not canonical: "babelwire glossary fmt" mends it']),
  ]
  return `${lines.join('\n')}\n`
}
