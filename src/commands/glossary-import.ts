import { readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { writeAtomic } from '../bundle/index.ts'
import { BabelwireError, formatPlace } from '../errors.ts'
import {
  exchangeFormat,
  exchangeFormats,
  importGlossary,
  readTable,
  refuseLarge,
  type Side,
} from '../glossary/index.ts'
import { canonicalLocale } from '../locale.ts'
import { isStoreThere, openStore } from '../storage/index.ts'
import { outJson, type CommandRunner, type CommonOptions, type Context } from './context.ts'
import { exportsOf } from './glossary-exports.ts'
import { glossaryFile } from './glossary-file.ts'
import { readGlossaryVersion, type GlossaryText } from './glossary-version.ts'
import { formatImport, importJson } from './import-preview.ts'
import { loadConfig } from './load-config.ts'

export interface ImportOptions extends CommonOptions {
  readonly dryRun?: boolean
  readonly format?: string
  readonly to?: string
  readonly base?: string
  readonly prefer?: string
}

/** `babelwire glossary import <file>`: a three-way merge, shown value by value, never a replacement. */
export const run: CommandRunner<ImportOptions> = async (args, options, context) => {
  const given = args[0] ?? ''
  const format = exchangeFormat(options.format, given)
  const prefer = sideOf(options.prefer)
  const glossary = glossaryFile([], options, context)
  const now = readTable(glossary.content, glossary.name)
  const language = options.to === undefined ? undefined : canonicalLocale(options.to)
  const bytes = readBytes(path.resolve(context.folder, given), given)
  const file = await exchangeFormats[format].read(bytes, given, now.source, language)
  const base = await findBase(file.version, glossary.file, options, context)
  const merge = importGlossary(glossary.content, glossary.name, now, file, {
    ...(base === undefined ? {} : { base: readTable(base.text, base.name) }),
    ...(prefer === undefined ? {} : { prefer }),
  })
  const isWritten = merge.content !== glossary.content && options.dryRun !== true
  if (isWritten) {
    // A link to the glossary stays a link.
    const real = realpathSync(glossary.file)
    await writeAtomic(path.dirname(real), real, merge.content)
  }
  if (options.json === true) {
    const names = { file: given, glossary: glossary.name, base: base?.name ?? null }
    outJson(context, { ...names, written: isWritten, ...importJson(merge) })
  } else {
    for (const { place, message, mend = '' } of merge.leftOut) {
      context.note(`${[formatPlace(place), `left out: ${message}`, mend].join('  ').trimEnd()}\n`)
    }
    if (options.quiet !== true) {
      context.out(formatImport(merge))
      const { added, changed, conflicts } = merge
      const counts = `${added.length} added, ${changed.length} changed, ${conflicts.length} conflicts`
      const state = isWritten ? '' : options.dryRun === true ? ' (nothing written)' : ' (unchanged)'
      context.out(`${glossary.name}  ${counts}${state}\n`)
    }
    if (merge.conflicts.length > 0) {
      context.note('Settle conflicts in the file or with --prefer file or --prefer glossary.\n')
    }
  }
  return merge.conflicts.length + merge.leftOut.length > 0 ? 3 : 0
}

function sideOf(prefer: string | undefined): Side | undefined {
  if (prefer === undefined || prefer === 'file' || prefer === 'glossary') return prefer
  throw new BabelwireError('usage', `--prefer takes file or glossary, not "${prefer}"`)
}

function readBytes(file: string, name: string): Uint8Array {
  try {
    const { size } = statSync(file)
    refuseLarge(size, name)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof BabelwireError) throw error
    throw new BabelwireError('glossary', `cannot read: ${(error as Error).message}`, {
      place: { file: name },
      mend: 'Name a CSV, TBX or TSV file.',
      cause: error,
    })
  }
}

/** What the file was made from: the version that is named, else the one the file itself names. */
async function findBase(
  version: string | undefined,
  glossary: string,
  options: ImportOptions,
  context: Context,
): Promise<GlossaryText | undefined> {
  if (options.base !== undefined) {
    return readGlossaryVersion(options.base, glossary, context.folder)
  }
  if (version !== undefined) {
    const text = await fromHistory(version, options, context)
    if (text !== undefined) return { name: version, text }
  }
  const why =
    version === undefined
      ? 'The file does not say which version of the glossary it was made from'
      : `The version ${version} that the file was made from is not in the store`
  context.note(
    `${why}: values that differ are conflicts, empty cells say nothing. --base names a version.\n`,
  )
  return undefined
}

async function fromHistory(
  version: string,
  options: ImportOptions,
  context: Context,
): Promise<string | undefined> {
  const config = loadConfig(options, context, 'optional')
  if (!isStoreThere(config.store, context.env)) return undefined
  const database = await openStore(config.store, context.env)
  try {
    return (await exportsOf(config, database).find(version))?.text
  } finally {
    await database.close()
  }
}
