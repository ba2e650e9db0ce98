import { countCharacters } from '../tagged-text.ts'
import { EngineError, noGlossaries, type Engine } from './engine.ts'
import { askMessages, type LibreLimits } from './libretranslate-batches.ts'
import { libreCalls } from './libretranslate-call.ts'
import { askLanguages, findPair, type LibreLanguages } from './libretranslate-languages.ts'
import { checkServer, type LibreTranslateOptions } from './libretranslate-options.ts'
import { translateTexts } from './libretranslate-texts.ts'

/** Goes up when this code changes what the server is asked or what is made of its answer. */
const version = 1

/** Attempts at a text whose stand-ins do not come back, each with others; where that is free. */
const turns = 3

/**
 * LibreTranslate, a server of the newsroom's own or one that is paid for. It has no glossary.
 * @throws {BabelwireError} `config` or `auth` for an address or a key that cannot work.
 */
export function libreTranslateEngine(options: LibreTranslateOptions): Engine {
  const { isPaid = false, concurrency = 4, now = Date.now } = options
  const { url, key } = checkServer(options)
  const call = libreCalls(url, key, now)
  const limits: LibreLimits = { texts: Infinity, characters: Infinity }
  /** Asked once in a process. */
  let languages: LibreLanguages | undefined

  return {
    name: 'libretranslate',
    traits: {
      // It puts each tag's words into a translation of their own, or takes their order away.
      keepsSentences: false,
      terms: 'lock',
      isPaid,
      // A server without a graphics card takes about a second for a few sentences.
      maxTexts: 16,
      maxBytes: 32 * 1024,
      concurrency,
    },
    async supports(source, target, signal) {
      languages ??= await askLanguages(call, signal)
      return findPair(languages, source, target) !== undefined
    },
    // Not its address: the same models answer the same on another machine.
    profile: () => `libretranslate/${version}`,
    prepare: () => Promise.resolve(noGlossaries),
    async translate({ source, target, texts }, signal) {
      languages ??= await askLanguages(call, signal)
      const pair = findPair(languages, source, target)
      if (pair === undefined) {
        const message = `LibreTranslate does not translate ${source} into ${target}`
        throw new EngineError('engine', message, 'permanent')
      }
      const translated = await translateTexts(texts, {
        target,
        turns: isPaid ? 1 : turns,
        ask: (messages) => askMessages(messages, pair, call, limits, signal),
      })
      return {
        texts: translated,
        billed: texts.reduce((sum, text) => sum + countCharacters(text), 0),
      }
    },
    encodedSize: (text) => Buffer.byteLength(JSON.stringify(text)),
    close: () => Promise.resolve(),
  }
}
