import { expect, test } from 'vitest'
import { checkLinks } from '../../src/checks/links.ts'
import { translated } from './input.ts'

const source = 'Write to tips@example.org or see https://example.org/help?id=7.'

test.each([
  ['es', 'Escriba a tips@example.org o visite https://example.org/help?id=7.'],
  ['zh-Hans', '请发邮件至tips@example.org或访问https://example.org/help?id=7。'],
  ['ja', 'https://example.org/help?id=7をご覧になるか、tips@example.orgまで。'],
  ['ar', 'راسلونا على \u2066tips@example.org\u2069 أو زوروا https://example.org/help?id=7.'],
  ['ru', 'Пишите на tips@example.org (или см. https://example.org/help?id=7).'],
])('%s: addresses kept as they are', (locale, text) => {
  expect(checkLinks(translated(source, text, locale))).toEqual([])
})

test.each([
  ['es', 'Escriba a consejos@example.org o visite https://example.org/help?id=7.', 2],
  ['es', 'Escriba a tips@example.org o visite https://example.org/ayuda?id=7.', 2],
  ['es', 'Escriba a tips@example.org.', 1],
  ['es', 'Escriba a tips@example.org o visite https://example.org/help?id=77.', 1],
  ['es', 'Escriba a tips@example.org, https://example.org/help?id=7, https://spam.example/x.', 1],
])('%s: %s', (locale, text, count) => {
  const findings = checkLinks(translated(source, text, locale))
  expect(findings).toHaveLength(count)
  expect(findings[0]).toMatchObject({ check: 'links', severity: 'error' })
})

test('a path without a scheme is an address, a name with a dot is not', () => {
  const text = 'Watch at nasa.gov/live, said Booking.com.'
  expect(checkLinks(translated(text, 'Auf nasa.gov/live, so Booking.', 'de'))).toEqual([])
  expect(checkLinks(translated(text, 'Auf nasa.gov/leben, so Booking.com.', 'de'))).not.toEqual([])
})

test('he/she and 24/7 are no addresses', () => {
  expect(
    checkLinks(translated('He/she works 24/7.', 'Er/sie arbeitet rund um die Uhr.', 'de')),
  ).toEqual([])
})
