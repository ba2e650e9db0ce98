import { describe, expect, it } from 'vitest'
import { pluralForms } from '../../src/chooser/plural-forms.ts'
import { siteMessages, worldLanguages } from './chooser-site.ts'

describe('pluralForms', () => {
  it('reads the forms of one plural', () => {
    const message =
      '{count, plural, =0 {Язык не найден} one {Найден # язык} few {Найдено {count, number} языка} many {Найдено {count} языков} other {Найдено # языка}}'
    expect(pluralForms(message)).toEqual({
      '=0': 'Язык не найден',
      one: 'Найден # язык',
      few: 'Найдено # языка',
      many: 'Найдено # языков',
      other: 'Найдено # языка',
    })
  })

  it('reads a plural that is written over several lines', () => {
    expect(pluralForms('{n,plural,\n one{لغة واحدة}\n other{# لغات}\n}')).toEqual({
      one: 'لغة واحدة',
      other: '# لغات',
    })
  })

  it('takes any other message as it stands', () => {
    expect(pluralForms('找到 {count} 种语言')).toEqual({ other: '找到 # 种语言' })
    expect(pluralForms('{count, plural, one {half')).toEqual({ other: '{count, plural, one {half' })
  })

  it.each(worldLanguages)('has a form for every number in the messages of the site (%s)', (tag) => {
    const forms = pluralForms(siteMessages(tag)['language.found'] ?? '')
    const rules = new Intl.PluralRules(tag)
    for (let count = 1; count <= 44; count++) {
      expect(forms[rules.select(count)] ?? forms['other'], String(count)).toMatch(/^[^{}]+$/)
    }
  })
})
