import { pseudoWord } from './deepl-words.ts'

/** Codes and words of no language are copied; everything else is taken for a word and translated. */
const copied = /^(?:[\p{Lu}\p{N}]*\p{N}[\p{Lu}\p{N}]*|Xqzoneq|Vrekzoq|Aqzoneq|Oqzevik)$/u

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
}

/** How the pretended models do. */
export interface LibreWords {
  /** Words that are translated so, before anything else. */
  readonly renders: Readonly<Record<string, string>>
  /** Whether codes are written in other letters too, as a bad model does. */
  readonly spoilsCodes: boolean
}

/**
 * Pretends to translate as LibreTranslate does: in HTML the words between tags, one run after the
 * other, and the answer with its entities resolved, whatever it was asked as.
 */
export function libreTranslation(
  q: string,
  { format, target }: { readonly format: string; readonly target: string },
  { renders, spoilsCodes }: LibreWords,
): string {
  const word = (one: string): string => {
    const rendered = renders[one]
    if (rendered !== undefined) return rendered
    return copied.test(one) && !spoilsCodes ? one : pseudoWord(one, target)
  }
  const isUnspaced = target.startsWith('zh')
  const translate = (text: string): string => {
    const words = text.replace(/[\p{L}\p{M}\p{N}’']+/gu, word)
    return isUnspaced ? words.replace(/(?<=\p{Script=Han}),? (?=\p{Script=Han})/gu, '') : words
  }
  if (format !== 'html') return unescape(translate(q))
  const parts = q.split(/(<\/?[a-z][a-z0-9]*>)/)
  return unescape(parts.map((part, i) => (i % 2 === 1 ? part : translateHtml(part))).join(''))

  function translateHtml(text: string): string {
    return text
      .split(/(&[a-z]+;)/)
      .map((part, i) => (i % 2 === 1 ? part : translate(part)))
      .join('')
  }
}

function unescape(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
}
