import path from 'node:path'
import { writeAtomic } from '../bundle/index.ts'
import { exchangeFormat, exchangeFormats, readTable } from '../glossary/index.ts'
import { shortHash } from '../hash.ts'
import { canonicalLocale } from '../locale.ts'
import { openStore } from '../storage/index.ts'
import { outJson, type CommandRunner, type CommonOptions } from './context.ts'
import { exportsOf } from './glossary-exports.ts'
import { glossaryFile } from './glossary-file.ts'
import { loadConfig } from './load-config.ts'

export interface ExportOptions extends CommonOptions {
  readonly format?: string
  readonly to?: string
}

/**
 * `babelwire glossary export [file]`: the glossary for other programs. The version that goes out is
 * kept in the store, so that an import knows what the file was made from.
 */
export const run: CommandRunner<ExportOptions> = async (args, options, context) => {
  const target = args[0] === '-' ? undefined : args[0]
  const format = exchangeFormat(options.format, target)
  const { name, content } = glossaryFile([], options, context)
  const table = readTable(content, name)
  const languages = options.to === undefined ? table.languages : languagesOf(options.to)
  const version = shortHash(content)
  const request = { content, name, table, version, languages }
  const exported = await exchangeFormats[format].write(request)

  const config = loadConfig(options, context, 'optional')
  const database = await openStore(config.store, context.env)
  try {
    const version = { hash: request.version, text: content, compiled: '', isSettled: false }
    await exportsOf(config, database).keep(version)
  } finally {
    await database.close()
  }

  if (target === undefined) context.out(exported.content)
  else {
    const file = path.resolve(context.folder, target)
    await writeAtomic(path.dirname(file), file, exported.content)
    const summary = { file: target, format, entries: table.entries.size, languages, version }
    if (options.json === true) outJson(context, { ...summary, remarks: exported.remarks })
    else if (options.quiet !== true) {
      context.out(`${target}  ${table.entries.size} entries, ${languages.length} languages\n`)
    }
  }
  if (options.json !== true || target === undefined) {
    for (const remark of exported.remarks) context.note(`${remark}\n`)
  }
  return 0
}

function languagesOf(to: string): readonly string[] {
  const tags = to.split(',').filter((tag) => tag.trim() !== '')
  return [...new Set(tags.map(canonicalLocale))]
}
