import type { SourceLanguageCode, TargetLanguageCode } from 'deepl-node'
import type { Locale } from '../model.ts'
import { deeplCalls } from './deepl-call.ts'
import { askGlossaryPairs, keepGlossaries } from './deepl-glossary.ts'
import { pairKey } from './deepl-glossary-plan.ts'
import { askLanguages, findPair, type DeeplLanguages } from './deepl-languages.ts'
import { checkKey, checkServerUrl, type DeeplOptions } from './deepl-options.ts'
import { readAnswer, tagOptions } from './deepl-request.ts'
import { formSize } from './deepl-size.ts'
import { EngineError, type Engine, type EngineTraits } from './engine.ts'

/** The DeepL engine, which also tells for which pairs its glossary is in force. */
export interface DeeplEngine extends Engine {
  /** Whether `prepare` found a glossary possible for this pair and had something to put in it. */
  hasGlossary(source: Locale, target: Locale): boolean
}

const traits: EngineTraits = {
  keepsSentences: true,
  terms: 'native',
  isPaid: true,
  maxTexts: 50,
  // The limit is 128 KiB; the rest is for languages, tag names and the glossary id.
  maxBytes: 100 * 1024,
  concurrency: 10,
}

/** Long enough for 50 texts with the slow model. */
const defaultDeadlineMs = 60_000

/** `setTimeout` fires at once for anything longer. */
const longestTimerMs = 2 ** 31 - 1

/**
 * DeepL by its own client.
 * @throws {BabelwireError} `auth` or `config` for a key or an address that cannot work.
 */
export function deeplEngine(options: DeeplOptions): DeeplEngine {
  const { formality = 'default', model = 'prefer_quality_optimized', now = Date.now } = options
  const serverUrl = checkServerUrl(options.serverUrl)
  const call = deeplCalls(
    {
      key: checkKey(options.key),
      deadlineMs: Math.min(options.deadlineMs ?? defaultDeadlineMs, longestTimerMs - 1000),
      ...(serverUrl === undefined ? {} : { serverUrl }),
    },
    now,
  )
  let languages: DeeplLanguages | undefined
  let glossaryPairs: ReadonlySet<string> | undefined
  let glossaries: ReadonlyMap<string, string> = new Map()

  return {
    name: 'deepl',
    traits,

    async supports(source, target, signal) {
      languages ??= await askLanguages(call, signal)
      return findPair(languages, source, target) !== undefined
    },

    // Must not depend on what was asked of the server, so that it can be computed offline.
    profile: () => `deepl;model=${model};formality=${formality};tags=xml-v2;glossary=native`,

    async prepare(wanted, prepareOptions, signal) {
      if (wanted.some(({ pairs }) => pairs.length > 0)) {
        glossaryPairs ??= await askGlossaryPairs(call, signal)
      }
      const supported = glossaryPairs ?? new Set<string>()
      const { ids, ...prepared } = await keepGlossaries(
        call,
        wanted,
        { ...prepareOptions, supported, now: now() },
        signal,
      )
      if (prepareOptions.mode === 'look') return prepared
      // Other runs of this process may be at other pairs: theirs stay.
      const isAsked = new Set(wanted.map(({ source, target }) => pairKey(source, target)))
      const others = [...glossaries].filter(([pair]) => !isAsked.has(pair))
      glossaries = new Map([...others, ...ids])
      return prepared
    },

    hasGlossary: (source, target) => glossaries.has(pairKey(source, target)),

    async translate({ source, target, texts, context }, signal) {
      if (texts.length === 0) return { texts: [], billed: 0 }
      languages ??= await askLanguages(call, signal)
      const pair = findPair(languages, source, target)
      if (pair === undefined) {
        const message = `DeepL does not translate ${source} into ${target}`
        throw new EngineError('engine', message, 'permanent')
      }
      const glossary = glossaries.get(pairKey(source, target))
      const results: unknown = await call(
        (client) =>
          client.translateText(
            [...texts],
            pair.source as SourceLanguageCode,
            pair.target.code as TargetLanguageCode,
            {
              ...tagOptions(texts),
              modelType: model,
              ...(formality !== 'default' && pair.target.hasFormality ? { formality } : {}),
              ...(glossary === undefined ? {} : { glossary }),
              ...(context === undefined || context === '' ? {} : { context }),
            },
          ),
        signal,
      )
      return readAnswer(results, texts)
    },

    encodedSize: formSize,

    // deepl-node's idle connections are its module's own and do not keep the process alive.
    close: async () => {},
  }
}
