import { expect, test } from 'vitest'
import { checkCopied } from '../../src/checks/copied.ts'
import { translated } from './input.ts'

const source = 'The president said the talks in Geneva would resume after the holidays.'

test.each([
  ['es', source],
  ['es', 'The president said the talks in Ginebra se reanudarán after the holidays.'],
  ['ru', source],
])('%s: untranslated text is an error', (locale, text) => {
  const findings = checkCopied(translated(source, text, locale))
  expect(findings).toMatchObject([{ check: 'copied', severity: 'error' }])
})

test.each([
  [
    'en',
    'de',
    source,
    'Der Präsident sagte, die Gespräche in Genf würden nach den Feiertagen fortgesetzt.',
  ],
  ['en', 'fr', 'Microsoft, Apple and Google', 'Microsoft, Apple et Google'],
  ['en', 'es', 'https://example.org/live/updates/now', 'https://example.org/live/updates/now'],
  ['en', 'en-GB', source, source],
  ['en', 'fr', 'The constitutional crisis', 'La crise constitutionnelle'],
  ['es', 'ca', 'No es la casa de una persona rica', 'No és la casa de una persona rica'],
  [
    'es',
    'gl',
    'El presidente no acude a la reunión de la comisión central',
    'O presidente non acode á reunión da comisión central',
  ],
  [
    'nb',
    'da',
    'Han sier at regjeringen har gjort en feil',
    'Han siger, at regeringen har begået en fejl',
  ],
  [
    'hr',
    'sr-Latn',
    'Vlada je danas odlučila povećati plaće',
    'Vlada je danas odlučila povećati plaće',
  ],
  ['en', 'en-XA', source, '[Ŧħḗ president said the talks in Geneva would resume]'],
  ['en', 'ja', 'NATO, G7, UNESCO', 'NATO、G7、UNESCO'],
])('%s to %s: %s', (from, to, text, translation) => {
  expect(checkCopied(translated(text, translation, to, from))).toEqual([])
})

test('a close language is held when nearly every word is the same', () => {
  const spanish =
    'Los trabajadores rechazaron ayer la propuesta porque consideran insuficiente el aumento.'
  expect(checkCopied(translated(spanish, spanish, 'gl', 'es'))).toHaveLength(1)
})

test('an Arabic sentence left in a Persian text is found', () => {
  const arabic = 'أعلنت الحكومة أنها ستجري محادثات جديدة الأسبوع المقبل'
  expect(checkCopied(translated(arabic, arabic, 'fa', 'ar'))).toHaveLength(1)
})
