import { direction } from '../locale.ts'
import type { Finding, Locale } from '../model.ts'
import type { CheckInput } from './check.ts'
import { characterNames, joiningScripts, zeroWidthSpaceLanguages } from './invisible-characters.ts'
import { languageOf } from './languages.ts'
import { readable } from './readable.ts'

/** Everything that may be wrong; most of it is right somewhere, which `isRight` decides. */
const suspects =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd\ufffe\uffff\ud800-\udfff]/gu

/** UTF-8 that was read as Windows-1252 ("cafÃ©", "itâ€™s"). */
const mojibake = /Ã[\u0080-\u009f¡-ª¬-º¼-¿]|â€[™œ˜¦“”\u009d]/g

/** An entity that was escaped twice: the reader would see its name. */
const entity = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[0-9a-fA-F]{2,5});/g

const rightToLeft = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u

/** No control characters, no stray invisible ones, no traces of a broken encoding. */
export function checkCharacters({ segment, locale, text }: CheckInput): readonly Finding[] {
  const translation = readable(text)
  if (translation === undefined) return []
  const source = readable(segment.source) ?? ''
  const findings: Finding[] = []
  for (const { 0: character, index } of translation.matchAll(suspects)) {
    if (isRight(character, index, translation, source, locale)) continue
    findings.push(finding(`The text holds ${nameOf(character)}.`, index, character))
  }
  for (const { 0: letters, index } of translation.matchAll(mojibake)) {
    if (source.includes(letters)) continue
    findings.push(finding(`“${letters}” is text in a broken encoding.`, index, letters))
  }
  for (const { 0: name, index } of translation.matchAll(entity)) {
    if (source.includes(name)) continue
    findings.push(finding(`Readers would see “${name}”: it is escaped twice.`, index, name))
  }
  return findings
}

/** Every isolate is closed: a name of another direction, set apart as Unicode recommends. */
function isIsolated(text: string): boolean {
  let open = 0
  for (const [character] of text.matchAll(/[\u2066-\u2069]/g)) {
    open += character === '\u2069' ? -1 : 1
    if (open < 0) return false
  }
  return open === 0
}

function isRight(
  character: string,
  index: number,
  text: string,
  source: string,
  locale: Locale,
): boolean {
  switch (character) {
    case '\u200b':
      return zeroWidthSpaceLanguages.has(languageOf(locale).code)
    case '\u200c':
    case '\u200d':
      return (
        joiningScripts.has(languageOf(locale).script) ||
        source.includes(character) ||
        // An emoji of several parts: the family, the flag.
        /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u.test(text.slice(0, index))
      )
    case '\u061c':
    case '\u200e':
    case '\u200f':
      // In a text without right-to-left letters a mark has nothing to do.
      return direction(locale) === 'rtl' || source.includes(character) || rightToLeft.test(text)
    case '\u2066':
    case '\u2067':
    case '\u2068':
    case '\u2069':
      return source.includes(character) || isIsolated(text)
    case '\u202a':
    case '\u202b':
    case '\u202c':
    case '\u202d':
    case '\u202e':
      return languageOf(locale).isPseudo
    default:
      return false
  }
}

function nameOf(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const name = characterNames[character] ?? 'control character'
  return `${code} (${name})`
}

function finding(message: string, start: number, what: string): Finding {
  const range = { start, end: start + what.length }
  return { check: 'characters', severity: 'error', message, range }
}
