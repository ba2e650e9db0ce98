import { describe, expect, it } from 'vitest'
import { findCredit } from '../../src/ingest/captions.ts'

function split(plain: string): readonly [string, string] | undefined {
  const found = findCredit(plain)
  if (found === undefined) return undefined
  const { caption, credit } = found
  return [plain.slice(caption.start, caption.end), plain.slice(credit.start, credit.end)]
}

describe('findCredit', () => {
  it.each([
    ['Rescuers at the site. /Iryna Sokil/Reuters', 'Rescuers at the site.', 'Iryna Sokil/Reuters'],
    [
      'Is it over? /Iryna Sokil, City Press Office/AFP',
      'Is it over?',
      'Iryna Sokil, City Press Office/AFP',
    ],
    ['Rescuers at the site /Iryna Sokil/Reuters', 'Rescuers at the site', 'Iryna Sokil/Reuters'],
    [
      'A burnt-out bus in Kherson. (Photo: Iryna Sokil/AFP)',
      'A burnt-out bus in Kherson.',
      'Iryna Sokil/AFP',
    ],
    [
      'A burnt-out bus in Kherson. Photo: Iryna Sokil / AP',
      'A burnt-out bus in Kherson.',
      'Iryna Sokil / AP',
    ],
    ['A burnt-out bus. Photograph: Iryna Sokil', 'A burnt-out bus.', 'Iryna Sokil'],
    [
      'A burnt-out bus in Kherson. © Iryna Sokil/Getty Images',
      'A burnt-out bus in Kherson.',
      '© Iryna Sokil/Getty Images',
    ],
    [
      'A burnt-out bus in Kherson on Friday (Iryna Sokil via AP)',
      'A burnt-out bus in Kherson on Friday',
      'Iryna Sokil via AP',
    ],
    [
      'A burnt-out bus in Kherson. (AP Photo/Iryna Sokil)',
      'A burnt-out bus in Kherson.',
      'AP Photo/Iryna Sokil',
    ],
    ['Un autobús quemado. Foto: Iryna Sokil / EFE', 'Un autobús quemado.', 'Iryna Sokil / EFE'],
    [
      'Згорілий автобус. Фото: Ірина Сокіл / Укрінформ',
      'Згорілий автобус.',
      'Ірина Сокіл / Укрінформ',
    ],
    ['消防员在现场。新华社记者 李明 摄', '消防员在现场。', '新华社记者 李明 摄'],
    ['/Iryna Sokil/Reuters', '', 'Iryna Sokil/Reuters'],
    ['Photo by Iryna Sokil/AP', '', 'Iryna Sokil/AP'],
    ['© Iryna Sokil/Getty Images', '', '© Iryna Sokil/Getty Images'],
  ])('separates "%s"', (plain, caption, credit) => {
    expect(split(plain)).toEqual([caption, credit])
  })

  it.each([
    'The grant pays for day care and / or a nurse, the ministry said.',
    'He reads Reuters and AP / AFP reports every morning before work.',
    'Either parent may apply (his/her employer must agree).',
    'The agency did not answer (Reuters asked twice).',
    'KYIV (Reuters) - Trains ran again on Monday.',
    'The deal was first reported by the Financial Courier. (Reuters)',
    'Photo: a burnt-out bus stands at the edge of the road to Kherson.',
    'The prime minister’s image: a liability for the party that made him',
    'The ratio was 24 / 7 for most of the year.',
  ])('leaves "%s" alone', (plain) => {
    expect(split(plain)).toBeUndefined()
  })
})
