import type { Command } from 'commander'
import type { Loader } from './context.ts'

/** Adds a command with the options that all take. */
export type Add = (parent: Command, usage: string, description: string, load: Loader) => Command

/** The commands of editors. */
export function describeGlossary(glossary: Command, add: Add): void {
  glossary.description('the names and places kept by editors')
  add(
    glossary,
    'fmt [file]',
    'write the glossary in its canonical form, comments kept',
    () => import('./glossary-fmt.ts'),
  ).option('--check', 'only say whether it is canonical')
  add(
    glossary,
    'check [file]',
    'every problem of the glossary, with its place',
    () => import('./glossary-check.ts'),
  ).option('--fix', 'mend what can be mended without a person')
  add(
    glossary,
    'impact',
    'what an edit would touch and cost, before it is in force',
    () => import('./glossary-impact.ts'),
  ).option('--from <version>', 'compare with this file or git revision, not with the one in force')
  add(
    glossary,
    'suggest [articles...]',
    'names in the articles that no entry covers, and how they are rendered',
    () => import('./glossary-suggest.ts'),
  )
    .option('--add', 'write them as drafts into the glossary')
    .option('--from <language>', 'the language of files that are named')
    .option('--limit <number>', 'the most to show or add', '50')
  add(
    glossary,
    'import <file>',
    'merge a CSV, TBX or DeepL TSV file into the glossary',
    () => import('./glossary-import.ts'),
  )
    .option('--dry-run', 'show what would change, write nothing')
    .option('--format <name>', 'csv, tbx or tsv; otherwise by the ending')
    .option('--to <language>', 'the language of a TSV file')
    .option('--base <version>', 'what the file was made from: a file or a git revision')
    .option('--prefer <side>', 'settle conflicts: "file" or "glossary"')
  add(
    glossary,
    'export [file]',
    'write the glossary as CSV, TBX or DeepL TSV',
    () => import('./glossary-export.ts'),
  )
    .option('--format <name>', 'csv, tbx or tsv; otherwise by the ending')
    .option('--to <languages>', 'only these languages, such as es,fr')
  add(
    glossary,
    'sync',
    'have the engine hold the glossary, and prove it',
    () => import('./glossary-sync.ts'),
  ).option('--dry-run', 'only compare what the engine holds')
}
