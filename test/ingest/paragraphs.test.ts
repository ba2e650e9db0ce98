import { describe, expect, it } from 'vitest'
import { splitParagraphs } from '../../src/ingest/paragraphs.ts'

describe('splitParagraphs', () => {
  it('takes each line of a scraped page for a paragraph', () => {
    const page = 'What is next\r\nThe council meets on Monday.\r\n\r\n\r\nA vote is not planned.\n'
    expect(splitParagraphs(page)).toEqual([
      'What is next',
      'The council meets on Monday.',
      'A vote is not planned.',
    ])
  })

  it('joins lines that were wrapped, between blank lines', () => {
    const mail = [
      'The council meets on Monday for the first time since the flood took',
      'its chamber, and will vote on the new dyke.',
      '',
      'A second reading is planned for April, when the engineers of the state',
      'have measured the river again.',
    ].join('\n')
    expect(splitParagraphs(mail)).toEqual([
      'The council meets on Monday for the first time since the flood took its chamber, and will vote on the new dyke.',
      'A second reading is planned for April, when the engineers of the state have measured the river again.',
    ])
  })

  it('joins wrapped Chinese without a space', () => {
    const page = `${'洪水退去之后市议会首次开会讨论新的堤坝方案'}\n${'并将于四月再次表决。'}\n\n${'居民表示支持。'}`
    expect(splitParagraphs(page)[0]).toBe(
      '洪水退去之后市议会首次开会讨论新的堤坝方案并将于四月再次表决。',
    )
  })

  it('leaves a page alone whose long lines are whole paragraphs', () => {
    const long = 'The council meets on Monday for the first time since the flood. '.repeat(3).trim()
    expect(splitParagraphs(`${long}\n${long}\n\nShort end.`)).toEqual([long, long, 'Short end.'])
  })
})
