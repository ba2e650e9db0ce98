import type { Locale } from '../model.ts'
import { lower } from './fold.ts'
import type { FormIndex } from './form-index.ts'
import type { Form } from './matcher-forms.ts'
import { noteNumberLength } from './words.ts'

/** Shorter names with a number are other names: F16, G20, EU27. */
const leastLetters = 4

/**
 * Whether a form that ends at `end` has only a footnote number behind it (`Kyiv2` for
 * `Kyiv<sup>2</sup>`), and the glossary no name that is written so: Covid19, Covid-19, Covid 19.
 */
export function isNoted(
  form: Form,
  text: string,
  end: number,
  index: FormIndex,
  source: Locale,
): boolean {
  const length = noteNumberLength(text, end)
  if (length === 0 || (form.spelling.match(/\p{L}/gu) ?? []).length < leastLetters) return false
  const name = lower(form.spelling.slice(form.lead), source)
  const number = text.slice(end, end + length).normalize('NFKC')
  return !['', '-', ' '].some((joint) => index.has(name + joint + number))
}
