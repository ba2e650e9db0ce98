import { expect, it } from 'vitest'

import { pseudoEngine } from '../../src/engines/pseudo.ts'
import { plainText, tagNames } from '../../src/tagged-text.ts'

async function translate(target: string, ...texts: string[]): Promise<readonly string[]> {
  const answer = await pseudoEngine().translate({ source: 'en', target, texts })
  return answer.texts
}

it('accents a sentence, brackets it and makes it a third longer', async () => {
  expect(await translate('en-XA', 'The talks resume on Monday.')).toEqual([
    '[Ţĥé ţåļķš ŕéšûɱé öñ Ṁöñðåý. one two]',
  ])
})

it('leaves kept terms, tags, numbers, entities and addresses', async () => {
  expect(
    await translate(
      'en-XA',
      '<t1>Zelenski</t1> read <a1>1,000 pages</a1> of Q&amp;A at https://example.com/a_b.',
    ),
  ).toEqual([
    '[<t1>Zelenski</t1> ŕéåð <a1>1,000 þåĝéš</a1> öƒ Ǫ&amp;Å åţ https://example.com/a_b. one two three fou]',
  ])
})

it('brackets each sentence within its tag', async () => {
  expect(await translate('en-XA', '<s1>He left.</s1> <s2>She <em1>stayed</em1>.</s2>')).toEqual([
    '<s1>[Ĥé ļéƒţ. on]</s1> <s2>[Šĥé <em1>šţåýéð</em1>. one]</s2>',
  ])
})

it('turns each word right to left between marks', async () => {
  expect(await translate('ar-XB', 'Kyiv, <t1>كييف</t1> 50')).toEqual([
    '\u200f\u202eKyiv\u202c\u200f, <t1>كييف</t1> 50',
  ])
})

it('gives an empty text and white space back', async () => {
  expect(await translate('en-XA', '', '  ', '<a1></a1>')).toEqual(['', '  ', '<a1></a1>'])
})

it('keeps every tag of a long text and answers alike each time', async () => {
  const text = Array.from({ length: 200 }, (_, i) => `<em${i}>Word</em${i}> and more. `).join('')
  const [first] = await translate('en-XA', text)
  expect(await translate('en-XA', text)).toEqual([first])
  expect(tagNames(first ?? '')).toEqual(tagNames(text))
  expect(plainText(first ?? '').length / plainText(text).length).toBeCloseTo(1.3, 1)
})

it('serves pseudo-locales only, unless it was asked for by name', async () => {
  expect(await pseudoEngine().supports('en', 'en-XA')).toBe(true)
  expect(await pseudoEngine().supports('en', 'ar-XB')).toBe(true)
  expect(await pseudoEngine().supports('en', 'es')).toBe(false)
  expect(await pseudoEngine({ any: true }).supports('en', 'es')).toBe(true)
  await expect(translate('es', 'The talks resume.')).rejects.toMatchObject({ failure: 'permanent' })
})

it('bills the characters of the text, and has a profile of its own for each style', async () => {
  const engine = pseudoEngine()
  const texts = ['<a1>Čau</a1> &amp; 👋']
  expect((await engine.translate({ source: 'en', target: 'en-XA', texts })).billed).toBe(7)
  expect(engine.profile('en', 'en-XA')).not.toBe(engine.profile('en', 'ar-XB'))
})

it('is cancelled by its signal', async () => {
  const request = { source: 'en', target: 'en-XA', texts: ['Talks resume.'] }
  await expect(pseudoEngine().translate(request, AbortSignal.abort())).rejects.toMatchObject({
    code: 'cancelled',
  })
})
