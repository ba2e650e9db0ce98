import { formatMoney, type Micros } from '../budget.ts'
import type { Config } from '../config.ts'
import { formatError } from '../errors.ts'
import { emptyGlossary, parseGlossary, unpackGlossary, type Glossary } from '../glossary/index.ts'
import { historyOf, useGlossary } from '../glossary-choice.ts'
import { versionsKept } from '../glossary-history.ts'
import { diffGlossaries, glossaryImpact, type EntryChange } from '../impact/index.ts'
import type { LanguageImpact, TouchedSegment } from '../impact/index.ts'
import { openServices, type Services } from '../services.ts'
import {
  minuteOf,
  formatTable,
  outJson,
  paint,
  type CommandRunner,
  type CommonOptions,
  type Context,
} from './context.ts'
import { readGlossaryVersion } from './glossary-version.ts'
import { loadConfig } from './load-config.ts'

interface ImpactOptions extends CommonOptions {
  readonly from?: string
}

/** `babelwire glossary impact`: what the edited glossary would do to what is published. */
export const run: CommandRunner<ImpactOptions> = async (_, options, context) => {
  const config = loadConfig(options, context)
  const services = await openServices(config, { isDryRun: true, env: context.env })
  try {
    const { content: after, refused } = services.chosenGlossary
    if (refused !== undefined) throw refused.error
    const before = await earlier(config, options.from, services, context)
    const changes = diffGlossaries(before.content, after)
    const languages = await glossaryImpact(
      await services.archive.articles(),
      config.languages,
      useGlossary(before.content),
      useGlossary(after),
      services,
    )
    if (options.json === true) outJson(context, jsonOf(before.name, changes, languages))
    else printImpact(before.name, changes, languages, options, config, context)
    return languages.some(({ error }) => error !== undefined) ? 4 : 0
  } finally {
    await services.close()
  }
}

/** The glossary to compare with: the one named, else the last that every published article was held to. */
async function earlier(
  config: Config,
  from: string | undefined,
  services: Services,
  { folder }: Context,
): Promise<{ readonly name: string; readonly content: Glossary }> {
  if (from !== undefined) {
    const { name, text } = await readGlossaryVersion(from, config.glossary ?? '', folder)
    return { name, content: parseGlossary(text, name) }
  }
  const history = historyOf(config, services.database, () => services.clock.now())
  const recent = await history.recent(versionsKept)
  const inForce = recent.find(({ isSettled }) => isSettled) ?? recent.at(-1)
  if (inForce === undefined) return { name: 'nothing', content: emptyGlossary(config.source) }
  const name = `the glossary of ${minuteOf(inForce.at)} UTC`
  return { name, content: unpackGlossary(inForce.compiled) ?? parseGlossary(inForce.text, name) }
}

/** Enough to see what was edited; `--json` has all. */
const entriesShown = 40

function printImpact(
  name: string,
  changes: readonly EntryChange[],
  languages: readonly LanguageImpact[],
  options: ImpactOptions,
  config: Config,
  context: Context,
): void {
  const { out } = context
  const marks = { added: '+', changed: '~', removed: '-' } as const
  const colours = { added: 'green', changed: 'yellow', removed: 'red' } as const
  const count = changes.length === 1 ? '1 entry differs' : `${changes.length} entries differ`
  out(`${count} from ${name}\n`)
  const shown = options.verbose === true ? changes : changes.slice(0, entriesShown)
  for (const { kind, key, fields } of shown) {
    out(`${paint(colours[kind], `${marks[kind]} ${key}`)}\n`)
    if (kind === 'removed' && options.verbose !== true) continue
    for (const { field, before, after } of fields) {
      const was = before === undefined ? '' : `${before} → `
      out(`    ${field}: ${was}${after ?? '(nothing)'}\n`)
    }
  }
  if (shown.length < changes.length) out(`… and ${changes.length - shown.length} more, with -v\n`)
  if (languages.length === 0) {
    out('No published segment is touched.\n')
    return
  }
  const touched = languages.flatMap(({ segments }) => segments)
  const money = (micros: Micros): string => formatMoney(micros, config.budget.currency)
  out(`\n${impactTable(languages, money)}`)
  if (touched.some(({ isSent }) => isSent)) {
    out('A sentence whose name the engine gets wrong is asked for once more, at its price.\n')
  }
  for (const { locale, error } of languages) {
    if (error !== undefined)
      context.note(`${paint('red', 'unknown')}  ${locale}  ${formatError(error)}\n`)
  }
  const headlines = touched.filter((segment) => segment.role === 'headline')
  for (const segment of options.verbose === true ? touched : headlines) out(describe(segment))
}

function impactTable(
  languages: readonly LanguageImpact[],
  money: (micros: Micros) => string,
): string {
  const rows = languages.map(({ locale, segments, characters, requests, micros }) => [
    locale,
    new Set(segments.map(({ article }) => article)).size,
    segments.length,
    segments.filter(({ role }) => role === 'headline').length,
    segments.filter(({ isSent }) => isSent).length,
    segments.filter(({ isSent, before, after }) => !isSent && before !== after).length,
    characters,
    requests,
    money(micros),
  ])
  const sum = (at: number): number => rows.reduce((total, row) => total + Number(row[at]), 0)
  const total = languages.reduce((micros, one) => micros + one.micros, 0)
  // Articles are counted once, however many languages they are touched in.
  const articles = new Set(languages.flatMap((one) => one.segments.map(({ article }) => article)))
  if (rows.length > 1) {
    rows.push(['total', articles.size, ...[2, 3, 4, 5, 6, 7].map(sum), money(total)])
  }
  const head = 'language articles segments headlines sent mended characters requests cost'
  return formatTable(head.split(' '), rows)
}

/** A segment as an editor compares it: the source, what stands there now, what will. */
function describe({ article, locale, key, source, before, after, isSent }: TouchedSegment): string {
  const now = before ?? '(held)'
  const then = isSent ? '(to be translated)' : (after ?? '(held)')
  const change = now === then ? [`      stays: ${now}`] : [`    - ${now}`, `    + ${then}`]
  return `${[`${article} ${locale} ${key}  ${source}`, ...change].join('\n')}\n`
}

function jsonOf(
  name: string,
  changes: readonly EntryChange[],
  languages: readonly LanguageImpact[],
): unknown {
  const of = (wanted: EntryChange['kind']): unknown =>
    changes.filter(({ kind }) => kind === wanted).map(({ key, fields }) => ({ key, fields }))
  return {
    from: name,
    entries: { added: of('added'), changed: of('changed'), removed: of('removed') },
    languages: languages.map(({ locale, segments, characters, requests, micros, error }) => ({
      locale,
      articles: [...new Set(segments.map(({ article }) => article))],
      segments: segments.map(({ locale: _, ...segment }) => segment),
      headlines: segments.filter(({ role }) => role === 'headline').length,
      sent: segments.filter(({ isSent }) => isSent).length,
      characters,
      requests,
      cost: micros / 1e6,
      ...(error === undefined ? {} : { error: formatError(error) }),
    })),
  }
}
