import type { Config, EngineName } from '../config.ts'
import { EngineError } from '../engines/index.ts'
import { BabelwireError } from '../errors.ts'
import { englishName, isPseudo, isSameLanguage } from '../locale.ts'
import type { Locale } from '../model.ts'
import type { RealEngine } from './make-engine.ts'
import type { Verdict } from './verdict.ts'

/** The error for an engine that is asked for by name and lacks its key or its address. */
export function lacking(name: RealEngine, lack: 'key' | 'address', target: Locale): BabelwireError {
  const mend =
    name === 'deepl'
      ? 'Set DEEPL_AUTH_KEY to the key of your DeepL API account.'
      : 'Set LIBRETRANSLATE_URL, or engines.libretranslate.url, to the address of the server.'
  const what = `${target} is to be translated by ${name}, but there is no ${lack}`
  return new BabelwireError('engine', what, { mend })
}

/** The error for a pair that no engine translates which is asked for. */
export function noEngine(
  wanted: readonly EngineName[],
  source: Locale,
  target: Locale,
  missingEngine: Config['missingEngine'],
): BabelwireError {
  const pair = `${englishName(source)} to ${englishName(target)}`
  const what =
    wanted.join() === 'auto'
      ? `no engine here translates ${pair}`
      : `${wanted.join(', ')} does not translate ${pair}`
  return new BabelwireError('engine', what, { mend: sentence(ways(source, target, missingEngine)) })
}

/**
 * The error for a list of engines of which none serves: what each lacks. A failure that may pass is no
 * reason to leave the language out, so its code is not `engine`.
 */
export function noneServes(
  verdicts: ReadonlyMap<RealEngine, Verdict>,
  source: Locale,
  target: Locale,
  missingEngine: Config['missingEngine'],
): BabelwireError {
  const pair = `${englishName(source)} to ${englishName(target)}`
  const each = Array.from(verdicts, ([name, verdict]) => `${name} ${inWords(verdict)}`)
  const what = `no engine of the list translates ${pair}: ${each.join('; ')}`
  const errors = Array.from(verdicts.values(), (verdict) =>
    verdict.kind === 'failed' ? [verdict.error] : [],
  ).flat()
  const passing = errors.find((one) => one instanceof EngineError && one.failure !== 'permanent')
  const worst = passing ?? errors[0]
  if (worst === undefined) {
    const missing = Array.from(verdicts, ([name, verdict]) =>
      verdict.kind === 'lacking' ? [name] : [],
    ).flat()
    const mend = sentence(ways(source, target, missingEngine, missing))
    return new BabelwireError('engine', what, { mend })
  }
  const mends = new Set(errors.flatMap(({ mend }) => mend ?? []))
  const mend = mends.size === 0 ? {} : { mend: [...mends].join(' ') }
  const code = worst.code === 'engine' ? 'network' : worst.code
  if (!(worst instanceof EngineError)) return new BabelwireError(code, what, mend)
  const { failure, retryAfterMs } = worst
  return new EngineError(code, what, failure, {
    ...mend,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}

function inWords(verdict: Verdict): string {
  if (verdict.kind === 'lacking') return `has no ${verdict.lack}`
  if (verdict.kind === 'failed') return `cannot be asked (${verdict.error.message})`
  return 'does not translate it'
}

/** What an operator can do about a language that has no engine. */
function ways(
  source: Locale,
  target: Locale,
  missingEngine: Config['missingEngine'],
  missing: readonly RealEngine[] = ['deepl'],
): readonly string[] {
  const apertium = isSameLanguage(source, 'en') ? apertiumPackages[target] : undefined
  return [
    ...(missing.includes('deepl') ? ['set DEEPL_AUTH_KEY to a DeepL API key'] : []),
    ...(missing.includes('libretranslate') ? ['set LIBRETRANSLATE_URL to its address'] : []),
    ...(apertium === undefined ? [] : [`run "apt-get install apertium ${apertium}"`]),
    ...(isPseudo(target) ? ['set "engine: pseudo" for it'] : []),
    ...(isSameLanguage(source, 'en')
      ? []
      : [`state the language with --from if the article is not in ${englishName(source)}`]),
    ...(missingEngine === 'skip' ? [] : ['set "missing-engine: skip" to leave the language out']),
  ]
}

function sentence(all: readonly string[]): string {
  const joined = all.join(', or ')
  return joined === ''
    ? 'Add an engine that does.'
    : `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`
}

/** Debian packages that translate from English. */
const apertiumPackages: Readonly<Record<Locale, string>> = {
  es: 'apertium-eng-spa',
  ca: 'apertium-eng-cat',
  gl: 'apertium-en-gl',
  eo: 'apertium-eo-en',
}
