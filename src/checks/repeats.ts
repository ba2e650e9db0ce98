import type { Finding } from '../model.ts'
import type { CheckInput } from './check.ts'
import { languageOf } from './languages.ts'
import { wording } from './readable.ts'
import { reduplicatingLanguages, repeatableWords } from './repeatable-words.ts'

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu

/** A loop of characters where no spaces part the words: 中国中国中国中国. */
const characterLoop =
  /([\p{Script=Hani}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}]{2,8}?)\1{3,}/u

/** Engines that lose the thread repeat phrases; people hardly ever repeat three words at once. */
const maxPhrase = 6

/** No word stands twice in a row, and no phrase is stuck in a loop. */
export function checkRepeats({ segment, locale, text }: CheckInput): readonly Finding[] {
  if (languageOf(locale).isPseudo) return []
  const translation = wording(text)
  if (translation === undefined) return []
  const language = languageOf(locale).code
  const repeats = repeatsOf(translation).filter(
    ({ words, times }) =>
      words.length > 1 ||
      times > 2 ||
      !(
        reduplicatingLanguages.has(language) ||
        repeatableWords.get(language)?.has(words[0] ?? '') === true
      ),
  )
  const loop = characterLoop.exec(translation)
  const found = repeats.map(({ words, start, end }) =>
    finding(`“${words.join(' ')}” stands twice in a row.`, start, end),
  )
  if (loop !== null && found.length === 0) {
    found.push(
      finding(`“${loop[1]}” repeats again and again.`, loop.index, loop.index + loop[0].length),
    )
  }
  if (found.length === 0) return []
  // Duran Duran, 'never, never' in a quote: what the source doubles, the text may double too.
  const source = wording(segment.source) ?? ''
  const allowed = repeatsOf(source).length + (characterLoop.test(source) ? 1 : 0)
  return found.length > allowed ? found : []
}

interface Repeat {
  readonly words: readonly string[]
  readonly times: number
  readonly start: number
  readonly end: number
}

function repeatsOf(text: string): readonly Repeat[] {
  if (!mayRepeat(text)) return []
  const words = Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
    // Only white space may part a word from its repetition: "no, no" is speech.
    isJoined: /\S/.test(text.charAt(index - 1))
      ? false
      : /[\p{L}\p{M}]\s+$/u.test(text.slice(Math.max(0, index - 4), index)),
  }))
  const repeats: Repeat[] = []
  for (let at = 0; at < words.length; at++) {
    for (let size = 1; size <= maxPhrase; size++) {
      let times = 1
      while (isSame(words, at, at + times * size, size)) times++
      if (times < (size === 2 ? 3 : 2)) continue
      const end = words[at + times * size - 1]?.end ?? text.length
      const phrase = words.slice(at, at + size).map(({ word }) => word)
      repeats.push({ words: phrase, times, start: words[at]?.start ?? 0, end })
      at += times * size - 1
      break
    }
  }
  return repeats
}

/** A quick look, since hardly any sentence repeats: whether any phrase equals the one after it. */
function mayRepeat(text: string): boolean {
  const words = text.toLowerCase().match(wordPattern) ?? []
  for (let at = 0; at < words.length; at++) {
    for (let size = 1; size <= maxPhrase && at + 2 * size <= words.length; size++) {
      let same = 0
      while (same < size && words[at + same] === words[at + size + same]) same++
      if (same === size) return true
    }
  }
  return false
}

function isSame(
  words: readonly { readonly word: string; readonly isJoined: boolean }[],
  first: number,
  second: number,
  size: number,
): boolean {
  if (second + size > words.length) return false
  for (let index = 0; index < size; index++) {
    const again = words[second + index]
    if (again?.word !== words[first + index]?.word || again?.isJoined !== true) return false
  }
  return true
}

function finding(message: string, start: number, end: number): Finding {
  return { check: 'repeats', severity: 'warning', message, range: { start, end } }
}
