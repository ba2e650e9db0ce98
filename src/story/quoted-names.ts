import { isUnspaced } from '../glossary/index.ts'
import type { NameRules } from './name-rules.ts'
import type { FoundName } from './names-in-sentence.ts'

const quoted =
  /«([^«»]{2,40})»|“([^“”]{2,40})”|„([^„“”]{2,40})[“”]|"([^"]{2,40})"|「([^「」]{2,20})」|『([^『』]{2,20})』|《([^《》]{2,30})》|״([^״]{2,40})״/gu

/**
 * Short quotations that look like names: «Роснефть», "Wagner", 《人民日报》. With capitals all longer words,
 * in Slavic languages the first one, have one; without, up to three words or ten characters.
 */
export function quotedNames(sentence: string, rules: NameRules): readonly FoundName[] {
  return Array.from(sentence.matchAll(quoted)).flatMap((match) => {
    const { 0: all, index } = match
    const text =
      match
        .slice(1)
        .find((group) => group !== undefined)
        ?.trim() ?? ''
    const isSpeech =
      /[.,!?…;:。，！？؟،]/u.test(text) || /[:：]\s*$/u.test(sentence.slice(0, index))
    const isWhole = all.length > sentence.length - 3
    if (isSpeech || isWhole || !looksLikeName(text, rules)) return []
    // Within a sentence: behind a word, not where a quotation begins a sentence.
    if (rules.hasCapitals && !/[\p{L}\p{N}),]\s*$/u.test(sentence.slice(0, index))) return []
    const start = index + all.indexOf(text)
    return [{ text, start, end: start + text.length }]
  })
}

function looksLikeName(text: string, rules: NameRules): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu) ?? []
  if (words.length === 0 || !/\p{L}/u.test(text)) return false
  if (!rules.hasCapitals) {
    return isUnspaced(text) ? Array.from(text).length <= 10 : words.length <= 3
  }
  const longer = words.filter((word) => word.length > 3 || /^\p{Lu}/u.test(word))
  const isSlavic = /^(?:ru|uk|be|bg|sr|mk)$/.test(rules.language)
  if (isSlavic) return words.length <= 3 && /^\p{Lu}/u.test(words[0] ?? '')
  // A noun in quotation marks is any noun in German.
  if (rules.hasCapitalNouns && words.length === 1) return /^\p{Lu}{2}|\p{Ll}\p{Lu}/u.test(text)
  return words.length <= 4 && longer.every((word) => /^\p{Lu}/u.test(word)) && longer.length > 0
}
