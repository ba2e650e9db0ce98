import { BabelwireError } from '../errors.ts'
import { isPseudo } from '../locale.ts'
import type { Locale } from '../model.ts'
import { countCharacters, formatTagged, isKept, parseTagged, plainText } from '../tagged-text.ts'
import { EngineError, noGlossaries, type Engine } from './engine.ts'
import { accentWords, padding, turnWords } from './pseudo-words.ts'

export interface PseudoOptions {
  /** Serves every language, not only the pseudo-locales: for an operator who asked for it by name. */
  readonly any?: boolean
}

/**
 * The engine that translates nothing and shows what a site does with a translation: `en-XA` in
 * accents, brackets and a third longer, `ar-XB` right to left, as Android and ICU write them.
 * The same text always gives the same answer; tags, numbers and addresses stay.
 */
export function pseudoEngine(options: PseudoOptions = {}): Engine {
  return {
    name: 'pseudo',
    traits: {
      keepsSentences: true,
      terms: 'lock',
      isPaid: false,
      maxTexts: 1000,
      maxBytes: 4_000_000,
      concurrency: 1,
    },
    supports: (_source, target) => Promise.resolve(options.any === true || isPseudo(target)),
    profile: (_source, target) => `pseudo/1 ${styleOf(target)}`,
    prepare: () => Promise.resolve(noGlossaries),
    async translate({ source, target, texts }, signal) {
      if (signal?.aborted) throw new BabelwireError('cancelled', 'the request was cancelled')
      if (options.any !== true && !isPseudo(target)) {
        throw new EngineError('engine', `pseudo has no ${source} to ${target}`, 'permanent')
      }
      const pseudo = styleOf(target) === 'accents' ? accentText : turnText
      return {
        texts: texts.map((text) => pseudo(text)),
        billed: texts.reduce((sum, text) => sum + countCharacters(text), 0),
      }
    },
    encodedSize: (text) => Buffer.byteLength(text),
    close: () => Promise.resolve(),
  }
}

function styleOf(target: Locale): 'accents' | 'right-to-left' {
  return new Intl.Locale(target).region === 'XB' ? 'right-to-left' : 'accents'
}

/** Each sentence in brackets: those in `s1`… tags, else the text as one. */
function accentText(text: string): string {
  const accented = mapText(text, accentWords)
  const bracket = (sentence: string): string => {
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(sentence) ?? []
    if (plainText(words).trim() === '') return sentence
    return `${before}[${words}${padding(plainText(words))}]${after}`
  }
  if (!/<s\d+>/.test(text)) return bracket(accented)
  return accented.replace(
    /<(s\d+)>(.*?)<\/\1>/gsu,
    (_, name: string, sentence: string) => `<${name}>${bracket(sentence)}</${name}>`,
  )
}

function turnText(text: string): string {
  return mapText(text, turnWords)
}

/** Changes the text of a tagged text outside of kept tags. */
function mapText(text: string, change: (words: string) => string): string {
  let kept = 0
  const tokens = parseTagged(text).map((token) => {
    if (token.kind === 'text') return kept > 0 ? token : { ...token, text: change(token.text) }
    if (isKept(token.name)) kept += token.kind === 'open' ? 1 : -1
    return token
  })
  return formatTagged(tokens)
}
