import { siteOf, type Config } from '../config.ts'
import { createEngines } from '../engine-choice.ts'
import { systemClock } from '../clock.ts'
import { formatError } from '../errors.ts'
import { chooseGlossary, foreignGlossary, historyOf } from '../glossary-choice.ts'
import type { Glossary } from '../glossary/index.ts'
import { isStoreThere, lockStore, openSqlite, openStore } from '../storage/index.ts'
import { minuteOf, outJson, paint, type CommandRunner, type Context } from './context.ts'
import { describeLanguage, proveGlossaries } from './engine-glossaries.ts'
import { loadConfig } from './load-config.ts'

/** One thing looked at: `detail` says what was found, or what to do. */
interface Finding {
  readonly what: string
  readonly isWell: boolean
  readonly detail: string
}

/** `babelwire doctor`: whether a run could do its work here, and if not, what to do about it. */
export const run: CommandRunner = async (_, options, context) => {
  const config = loadConfig(options, context)
  const findings: Finding[] = [
    { what: 'node', isWell: true, detail: process.version },
    { what: 'configuration', isWell: true, detail: config.file ?? 'defaults' },
  ]
  const { content, ...found } = await examineGlossary(config, context.env)
  findings.push(found)
  findings.push(await examineStore(config, context.env))
  findings.push(...(await examineLanguages(config, content, context)))
  if (options.json === true) outJson(context, { findings })
  else {
    for (const { what, isWell, detail } of findings) {
      context.out(
        `${isWell ? paint('green', 'ok  ') : paint('red', 'look')}  ${what.padEnd(14)} ${detail}\n`,
      )
    }
  }
  return findings.every((finding) => finding.isWell) ? 0 : 3
}

/** The glossary a run would work with: that of the file, or the one in force where the file is refused. */
async function examineGlossary(
  config: Config,
  env: Context['env'],
): Promise<Finding & { readonly content: Glossary | undefined }> {
  const what = 'glossary'
  const database = isStoreThere(config.store, env)
    ? await openStore(config.store, env)
    : openSqlite(':memory:')
  try {
    const history = historyOf(config, database, () => new Date())
    const { content, refused } = await chooseGlossary(config, history)
    const drafts = content.entries.filter((entry) => entry.approved === undefined).length
    const held = `${content.entries.length} entries, ${drafts} drafts`
    if (refused !== undefined) {
      const since = minuteOf(refused.since)
      const detail = `${formatError(refused.error)}  Runs go on with that of ${since} UTC: ${held}.`
      return { what, isWell: false, detail, content }
    }
    const foreign = foreignGlossary(content, config)
    return { what, isWell: foreign === undefined, detail: foreign ?? held, content }
  } catch (error) {
    return { what, isWell: false, detail: formatError(error), content: undefined }
  } finally {
    await database.close()
  }
}

async function examineStore(config: Config, env: Context['env']): Promise<Finding> {
  const what = 'store'
  if (!isStoreThere(config.store, env))
    return { what, isWell: true, detail: 'none yet; the first run makes it' }
  try {
    const lock = await lockStore(config.store, env, siteOf(config), 'run', new Date())
    await lock.release()
    const database = await openStore(config.store, env)
    const rows = await database.query('SELECT COUNT(*) AS answers FROM memory')
    await database.close()
    return { what, isWell: true, detail: `${rows[0]?.['answers'] ?? 0} answers in memory` }
  } catch (error) {
    return { what, isWell: false, detail: formatError(error) }
  }
}

async function examineLanguages(
  config: Config,
  content: Glossary | undefined,
  context: Context,
): Promise<readonly Finding[]> {
  if (content === undefined) return []
  const engines = createEngines(config, content, {
    env: context.env,
    database: undefined,
    clock: systemClock,
    random: Math.random,
  })
  try {
    const { languages } = await proveGlossaries(config, content, engines, 'look', context.signal)
    return languages.map((language) => {
      const { locale, state, error } = language
      const detail = error === undefined ? describeLanguage(language) : formatError(error)
      return {
        what: locale,
        isWell: state === 'skipped' || (error === undefined && state !== 'different'),
        detail: `${state === 'skipped' ? 'skipped: ' : ''}${detail}`,
      }
    })
  } finally {
    await engines.close()
  }
}
