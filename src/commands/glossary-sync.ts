import { systemClock } from '../clock.ts'
import { createEngines } from '../engine-choice.ts'
import { exitCodeOf, formatError } from '../errors.ts'
import { readGlossary } from '../glossary-choice.ts'
import { lockStore, openStore } from '../storage/index.ts'
import {
  formatTable,
  outJson,
  type CommandRunner,
  type CommonOptions,
  type Context,
} from './context.ts'
import {
  describeLanguage,
  proveGlossaries,
  type GlossaryProof,
  type LanguageGlossary,
} from './engine-glossaries.ts'
import { siteOf } from '../config.ts'
import { loadConfig } from './load-config.ts'

interface SyncOptions extends CommonOptions {
  readonly dryRun?: boolean
}

/**
 * `babelwire glossary sync`: has each engine with glossaries of its own hold ours, reads them back,
 * compares entry by entry, and deletes what this newsroom used before.
 */
export const run: CommandRunner<SyncOptions> = async (_, options, context) => {
  const config = loadConfig(options, context)
  const isDryRun = options.dryRun === true
  const content = readGlossary(config)
  // No run may lose the glossary it works with. A look changes nothing and makes no store.
  const lock = isDryRun
    ? undefined
    : await lockStore(config.store, context.env, siteOf(config), 'sync', systemClock.now())
  try {
    const database = isDryRun ? undefined : await openStore(config.store, context.env)
    const engines = createEngines(config, content, {
      env: context.env,
      database,
      clock: systemClock,
      random: Math.random,
    })
    try {
      const mode = isDryRun ? 'look' : 'mend'
      const proof = await proveGlossaries(config, content, engines, mode, context.signal)
      print(proof, options, context)
      return exitCodeFor(proof.languages)
    } finally {
      await engines.close()
      await database?.close()
    }
  } finally {
    await lock?.release()
  }
}

/** The gravest: a key or a quota, then other failures, then what a look found missing. */
function exitCodeFor(languages: readonly LanguageGlossary[]): number {
  const codes = languages.flatMap(({ state, error }) =>
    state === 'failed' ? exitCodeOf(error) : [],
  )
  for (const code of [6, 5]) if (codes.includes(code)) return code
  if (codes[0] !== undefined) return codes[0]
  return languages.some(({ state }) => state === 'missing' || state === 'different') ? 3 : 0
}

function print(proof: GlossaryProof, options: SyncOptions, context: Context): void {
  const { languages, deleted, remarks } = proof
  if (options.json === true) {
    const shown = languages.map(({ error, ...language }) => ({
      ...language,
      ...(error === undefined ? {} : { error: formatError(error) }),
    }))
    outJson(context, { dryRun: options.dryRun === true, languages: shown, deleted, remarks })
  } else if (options.quiet !== true) {
    context.out(table(languages))
    if (options.verbose === true) context.out(leftList(languages))
  }
  const errors = languages.flatMap(({ error }) => (error === undefined ? [] : formatError(error)))
  for (const line of new Set(errors)) {
    context.note(`${line}\n`)
  }
  for (const remark of remarks) context.note(`${remark}\n`)
  if (options.quiet === true) return
  for (const language of languages) {
    const { locale, state, difference } = language
    const isSaid = state === 'unsupported' || state === 'none' || state === 'different'
    if (isSaid && language.ladder.length + language.entries > 0) {
      context.note(`${locale}  ${describeLanguage(language)}\n`)
    } else if (state === 'made' && difference !== undefined) {
      context.note(
        `${locale}  made anew, for what was there was not what was sent: ${difference}\n`,
      )
    }
  }
  if (deleted.length > 0) context.note(`deleted, no longer used: ${deleted.join(', ')}\n`)
}

function table(languages: readonly LanguageGlossary[]): string {
  return formatTable(
    ['language', 'engine', 'glossary', 'entries', 'left to the ladder', 'state'],
    languages.map(({ locale, engine = '-', glossary = '-', entries, ladder, state }) => [
      locale,
      engine,
      glossary,
      entries,
      ladder.length,
      inWords[state],
    ]),
  )
}

const inWords: Readonly<Record<LanguageGlossary['state'], string>> = {
  held: 'held',
  made: 'made',
  missing: 'missing',
  different: 'different',
  unsupported: 'no glossaries for this pair',
  none: 'no glossaries of its own',
  empty: 'nothing to hold',
  skipped: 'skipped, no engine',
  failed: 'failed',
}

/** Each spelling that an engine is not told, with the reason. */
function leftList(languages: readonly LanguageGlossary[]): string {
  const rows = languages.flatMap(({ locale, ladder }) =>
    ladder.map(({ source, entry, reason }) => [
      locale,
      entry === undefined || entry === source ? source : `${source} (${entry})`,
      reason,
    ]),
  )
  if (rows.length === 0) return ''
  return `\n${formatTable(['language', 'left to the ladder', 'reason'], rows)}`
}
