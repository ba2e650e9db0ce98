import { describe, expect, it } from 'vitest'
import { introducedSpeaker, readQuote } from '../../src/ingest/quotes.ts'

function speaker(plain: string): string | undefined {
  const attribution = readQuote(plain)?.attribution
  return attribution?.kind === 'named' ? attribution.speaker : attribution?.kind
}

describe('readQuote', () => {
  it.each([
    ['"We will hold the talks next week," Zelenskyy said on Saturday evening.', 'Zelenskyy'],
    ['"We are ready," said Peskov.', 'Peskov'],
    ['"We are ready," Kremlin spokesman Dmitry Peskov told reporters.', 'Dmitry Peskov'],
    [
      '“It is a start,” Kaja Kallas, the EU’s foreign policy chief, said in Brussels.',
      'Kaja Kallas',
    ],
    ['"It is a start," Ursula von der Leyen added.', 'Ursula von der Leyen'],
    ['"It is a start," the ministry said in a statement.', 'the ministry'],
    ['"It is a start," he said.', 'pronoun'],
    ['"It is a start," said on Friday the mayor, Olha Bilyk.', 'Olha Bilyk'],
    ['"It is a start," according to Olha Bilyk, the mayor.', 'Olha Bilyk'],
    ['"It is a start."', 'silent'],
    ['«Es un comienzo», dijo el presidente Zelenski en Kiev.', 'Zelenski'],
    ['« C’est un début », a déclaré Volodymyr Zelensky.', 'Volodymyr Zelensky'],
    [
      '„Es ist ein Anfang“, sagte Präsident Wolodymyr Selenskyj in Kiew.',
      'Präsident Wolodymyr Selenskyj',
    ],
    ['«Це початок», — заявив Володимир Зеленський у суботу.', 'Володимир Зеленський'],
    ['«Это начало», — сказал Песков.', 'Песков'],
    ['“这是一个开始。”泽连斯基周六说。', '泽连斯基'],
    ['«هذه بداية»، قال زيلينسكي في كييف.', 'زيلينسكي'],
    ['‘We’re not done,’ said Mary O’Neill.', 'Mary O’Neill'],
  ])('finds who says %s', (plain, expected) => {
    expect(speaker(plain)).toBe(expected)
  })

  it.each([
    '"Harsh" rhetoric from both capitals worried diplomats.',
    '«Школа» — назва, яку діти придумали самі.',
    'He called it "a start", and left.',
    '5" of rain fell in an hour.',
  ])('does not take "%s" for a quote', (plain) => {
    expect(readQuote(plain)).toBeUndefined()
  })

  it('finds whom a sentence before a quote introduces', () => {
    expect(introducedSpeaker('In the evening Peskov told reporters:')).toBe('Peskov')
  })
})
