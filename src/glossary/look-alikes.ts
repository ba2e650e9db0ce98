import { isPseudo, scriptOf } from '../locale.ts'
import type { Locale } from '../model.ts'

/** Scripts that share the shapes of letters. */
type AlikeScript = 'Latn' | 'Cyrl' | 'Grek'

const alikeScripts: readonly (readonly [AlikeScript, RegExp])[] = [
  ['Latn', /\p{sc=Latn}/u],
  ['Cyrl', /\p{sc=Cyrl}/u],
  ['Grek', /\p{sc=Grek}/u],
]

/** Letters of one shape: Latin, Cyrillic, Greek ('' where there is none). After UTS 39, confusables.txt. */
const shapes: readonly (readonly [latin: string, cyrillic: string, greek: string])[] = [
  ['a', '\u0430', '\u03b1'],
  ['c', '\u0441', ''],
  ['e', '\u0435', ''],
  ['i', '\u0456', '\u03b9'],
  ['j', '\u0458', '\u03f3'],
  ['o', '\u043e', '\u03bf'],
  ['p', '\u0440', '\u03c1'],
  ['s', '\u0455', ''],
  ['u', '', '\u03c5'],
  ['v', '', '\u03bd'],
  ['x', '\u0445', ''],
  ['y', '\u0443', ''],
  ['\u00eb', '\u0451', ''],
  ['\u00ef', '\u0457', '\u03ca'],
  ['A', '\u0410', '\u0391'],
  ['B', '\u0412', '\u0392'],
  ['C', '\u0421', ''],
  ['E', '\u0415', '\u0395'],
  ['H', '\u041d', '\u0397'],
  ['I', '\u0406', '\u0399'],
  ['J', '\u0408', ''],
  ['K', '\u041a', '\u039a'],
  ['M', '\u041c', '\u039c'],
  ['N', '', '\u039d'],
  ['O', '\u041e', '\u039f'],
  ['P', '\u0420', '\u03a1'],
  ['S', '\u0405', ''],
  ['T', '\u0422', '\u03a4'],
  ['X', '\u0425', '\u03a7'],
  ['Y', '\u0423', '\u03a5'],
  ['Z', '', '\u0396'],
  ['\u00cb', '\u0401', ''],
  ['\u00cf', '\u0407', '\u03aa'],
]

const columnOf: Readonly<Record<AlikeScript, 0 | 1 | 2>> = { Latn: 0, Cyrl: 1, Grek: 2 }

/** Cyrillic letters that few of its languages have: elsewhere the right letter is another one. */
const lettersOf: readonly (readonly [letters: string, languages: readonly string[]])[] = [
  ['\u0456\u0406', ['uk', 'be', 'kk', 'rue']],
  ['\u0457\u0407', ['uk', 'rue']],
  ['\u0458\u0408', ['sr', 'mk']],
  ['\u0455\u0405', ['mk']],
]

/** A word with letters of two scripts. */
export interface MixedWord {
  readonly word: string
  /** The letters that only look right, each once. */
  readonly wrong: readonly string[]
  /** The script they are of, in English. */
  readonly wrongScript: string
  /** The word in one script, where there is one way to write it. */
  readonly mended?: string
}

/**
 * Words that mix Latin, Cyrillic or Greek letters which look alike, as `Киeв` with a Latin e does.
 * Mended towards the script of the language only, and only where most letters are of it already.
 */
export function mixedWords(text: string, locale: Locale): readonly MixedWord[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+/gu), ([word]) => mixedWord(word, locale)).flatMap(
    (mixed) => mixed ?? [],
  )
}

function mixedWord(word: string, locale: Locale): MixedWord | undefined {
  const home = scriptOf(locale)
  const letters = Array.from(word, (letter) => ({ letter, script: alikeScriptOf(letter) }))
  const counts = alikeScripts
    .map(([script]) => ({ script, count: letters.filter((one) => one.script === script).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || Number(b.script === home) - Number(a.script === home))
  const [most, second] = counts
  if (most === undefined || second === undefined) return undefined
  const others = letters.filter(({ script }) => script !== undefined && script !== most.script)
  const wrong = others.filter(({ letter }) => twin(letter, most.script) !== undefined)
  if (wrong.length === 0) return undefined
  const canBeMended =
    most.script === home &&
    most.count > second.count &&
    others.every(({ letter }) => twin(letter, most.script, locale) !== undefined)
  return {
    word,
    wrong: [...new Set(wrong.map(({ letter }) => letter))],
    wrongScript: scriptName(second.script),
    ...(canBeMended
      ? {
          mended: letters
            .map(({ letter, script }) =>
              script === undefined || script === most.script
                ? letter
                : (twin(letter, most.script, locale) ?? letter),
            )
            .join(''),
        }
      : {}),
  }
}

function alikeScriptOf(letter: string): AlikeScript | undefined {
  return alikeScripts.find(([, pattern]) => pattern.test(letter))?.[0]
}

/** The letter of the same shape in another script, if a language of that script has it. */
function twin(letter: string, script: AlikeScript, locale?: Locale): string | undefined {
  const row = shapes.find((shape) => shape.includes(letter))
  const other = row?.[columnOf[script]]
  if (other === undefined || other === '') return undefined
  const [language] = locale?.split('-') ?? []
  const isRare = lettersOf.some(
    ([letters, languages]) =>
      letters.includes(other) && language !== undefined && !languages.includes(language),
  )
  return isRare ? undefined : other
}

const scriptNames = new Intl.DisplayNames(['en'], { type: 'script' })

/** The English name of a script, such as Cyrillic. */
export function scriptName(script: string): string {
  return scriptNames.of(script) ?? script
}

/** Scripts that are written with several of Unicode's. */
const unicodeScripts: Readonly<Record<string, string>> = {
  Hans: 'Han',
  Hant: 'Han',
  Jpan: 'Han|Hiragana|Katakana',
  Kore: 'Hangul|Han',
}

const patterns = new Map<string, RegExp | undefined>()

function patternOf(script: string): RegExp | undefined {
  if (!patterns.has(script)) {
    const names = (unicodeScripts[script] ?? script).split('|')
    try {
      patterns.set(script, new RegExp(names.map((name) => `\\p{sc=${name}}`).join('|'), 'u'))
    } catch {
      // A script that this version of Unicode does not know.
      patterns.set(script, undefined)
    }
  }
  return patterns.get(script)
}

/**
 * Whether no letter of a rendering is of the script of its language, although the source does not
 * print it so: `ru: Kiev`. Names that are kept, as NATO and F-16 are, are in the source as well.
 */
export function isInOtherScript(
  rendering: string,
  locale: Locale,
  sources: readonly string[],
): boolean {
  const pattern = patternOf(scriptOf(locale))
  if (pattern === undefined || isPseudo(locale) || pattern.test(rendering)) return false
  const said = new Set(sources.flatMap((source) => wordsOf(source)))
  return wordsOf(rendering).some((word) => /\p{L}/u.test(word) && !said.has(word))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
