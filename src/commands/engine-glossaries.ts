import type { Config } from '../config.ts'
import type { ChainLink, Engines } from '../engine-choice.ts'
import type { Caller, EngineGlossaryState, PreparedGlossaries } from '../engines/index.ts'
import { BabelwireError } from '../errors.ts'
import { enginePairs, leftToLadder, type Glossary, type LeftSpelling } from '../glossary/index.ts'
import { isSameLanguage } from '../locale.ts'
import type { Locale } from '../model.ts'

/** What the engine of a language holds of the glossary, in spellings of the source. */
export interface LanguageGlossary {
  /** Language of the glossary. */
  readonly source: Locale
  readonly locale: Locale
  readonly engine?: string
  /**
   * That of the engine; `none` for an engine without glossaries, which is left out where it has an
   * error; `skipped` for a language that no engine serves and need not be; `failed` when nothing
   * could be found out.
   */
  readonly state: EngineGlossaryState['state'] | 'none' | 'skipped' | 'failed'
  readonly glossary?: string
  /** At the engine, or to be there. */
  readonly entries: number
  /** What the ladder of terms holds alone; the entry is named where the engine was not even asked. */
  readonly ladder: readonly (Omit<LeftSpelling, 'entry'> & Partial<LeftSpelling>)[]
  readonly difference?: string
  readonly error?: BabelwireError
}

export interface GlossaryProof extends Pick<PreparedGlossaries, 'deleted' | 'remarks'> {
  readonly languages: readonly LanguageGlossary[]
}

/**
 * Looks at the engines' own glossaries, or mends them; the failure of one leaves the others be. A
 * language with a list of engines has a line for each.
 */
export async function proveGlossaries(
  config: Config,
  content: Glossary,
  engines: Engines,
  mode: 'mend' | 'look',
  signal: AbortSignal,
): Promise<GlossaryProof> {
  const { source } = content
  const prepared = new Map<Caller, PreparedGlossaries | BabelwireError>()
  const languages: LanguageGlossary[] = []
  for (const locale of config.languages) {
    if (isSameLanguage(locale, config.source)) continue
    const chain = await engines.chain(config.source, locale).catch(expected)
    if (chain instanceof BabelwireError) {
      const isSkipped = chain.code === 'engine' && config.missingEngine === 'skip'
      const state = isSkipped ? 'skipped' : 'failed'
      languages.push({ source, locale, state, entries: 0, ladder: [], error: chain })
      continue
    }
    for (const link of chain) {
      if (!('caller' in link)) {
        languages.push(leftOut(link, source, locale))
        continue
      }
      const { caller } = link
      const known = prepared.get(caller)
      const result = known ?? (await engines.glossaries(caller, mode, signal).catch(expected))
      prepared.set(caller, result)
      languages.push(languageOf(locale, caller, result, content))
    }
  }
  const done = [...prepared.values()].flatMap((one) => (one instanceof BabelwireError ? [] : one))
  return {
    languages,
    deleted: done.flatMap(({ deleted }) => deleted),
    remarks: done.flatMap(({ remarks }) => remarks),
  }
}

/** Trouble that is shown; a stop and a bug are none of that. */
function expected(error: unknown): BabelwireError {
  if (error instanceof BabelwireError && error.code !== 'cancelled') return error
  throw error
}

/** An engine of a list that others serve without; only DeepL has glossaries that are then not looked after. */
function leftOut(
  { engine, error }: Extract<ChainLink, { readonly error: BabelwireError }>,
  source: Locale,
  locale: Locale,
): LanguageGlossary {
  const state = engine === 'deepl' ? 'failed' : 'none'
  return { source, locale, engine, state, entries: 0, ladder: [], error }
}

function languageOf(
  locale: Locale,
  { engine: { name: engine } }: Caller,
  result: PreparedGlossaries | BabelwireError,
  content: Glossary,
): LanguageGlossary {
  const left = leftToLadder(content, locale)
  const known = { source: content.source, locale, engine }
  if (result instanceof BabelwireError) {
    return { ...known, state: 'failed', entries: 0, ladder: left, error: result }
  }
  const at = result.states.find(({ target }) => target === locale)
  const alone = (reason: string): LanguageGlossary['ladder'] => [
    ...left,
    ...enginePairs(content, locale).map(([source]) => ({ source, reason })),
  ]
  if (at === undefined) {
    const reason = `${engine} has no glossaries`
    return { ...known, state: 'none', entries: 0, ladder: alone(reason) }
  }
  if (at.state === 'unsupported') {
    const reason = `${engine} has no glossaries ${at.source} to ${locale}`
    return { ...known, state: at.state, entries: 0, ladder: alone(reason) }
  }
  return {
    ...known,
    state: at.state,
    ...(at.name === undefined ? {} : { glossary: at.name }),
    entries: at.entries,
    ladder: [...left, ...at.refused],
    ...(at.difference === undefined ? {} : { difference: at.difference }),
  }
}

/** One language in words, for people. */
export function describeLanguage(language: LanguageGlossary): string {
  const { locale, engine = '', state, glossary = '', entries, ladder, difference } = language
  const left = ladder.length === 0 ? '' : `, ${ladder.length} left to the ladder of terms`
  switch (state) {
    case 'held':
      return `${engine}: glossary ${glossary} holds ${counted(entries)}${left}`
    case 'made':
      return `${engine}: glossary ${glossary} was made and holds ${counted(entries)}${left}`
    case 'missing':
      return `${engine}: has no glossary with these ${counted(entries)} yet, the next run makes it${left}`
    case 'different':
      return `${engine}: glossary ${glossary} is not what was sent: ${difference ?? ''}  Run "babelwire glossary sync", which makes it anew.`
    case 'empty':
      return `${engine}: no entries for its glossary${left}`
    case 'none':
    case 'unsupported': {
      const pair = state === 'none' ? 'of its own' : `${language.source} to ${locale}`
      if (ladder.length === 0) return engine
      return `${engine}: has no glossaries ${pair}, the ladder of terms holds its ${counted(ladder.length)} alone`
    }
    case 'skipped':
    case 'failed':
      return language.error?.message ?? ''
  }
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`
}
