/** Marks that end a sentence, by what they say; `:` and `;` have other duties in some languages. */
export type MarkClass = 'period' | 'question' | 'exclamation' | 'ellipsis' | 'colon'

export const finalMarks: Readonly<Record<MarkClass, string>> = {
  period: '.。．｡।॥۔։።។။།᙮᠃꓿᱾᱿',
  question: '?？؟፧՞⁇⁈‽',
  exclamation: '!！՜⁉',
  ellipsis: '…⋯‥',
  colon: ':：',
}

/** Where a mark means something else. */
export const finalMarksByLanguage: Readonly<Record<string, Readonly<Record<string, MarkClass>>>> = {
  el: { ';': 'question', '\u037e': 'question' },
  hy: { ':': 'period' },
  am: { '፡': 'period', '።': 'period' },
  bo: { '།': 'period' },
}

/** Languages that end sentences without a mark, or put the mark inside the word. */
export const unmarkedLanguages: ReadonlySet<string> = new Set(
  'th lo hy km bo dz nod tts'.split(' '),
)

/** A quotation may end a sentence without a mark of its own. */
export const unmarkedQuotations: Readonly<Record<string, RegExp>> = { ja: /[」』]$/ }

/** Words that ask: after them a question may end like a statement. */
export const questionEndings: Readonly<Record<string, RegExp>> = {
  ja: /[かの][。．」』]*$/,
  zh: /[吗嗎呢][。”」』]*$/,
  ko: /[까나요가][.”」』]*$/,
}

/** Pairs of classes that translators exchange freely, in either direction. */
export const exchangeable: ReadonlySet<string> = new Set([
  'period ellipsis',
  'period exclamation',
  'period colon',
  'exclamation ellipsis',
  'exclamation question',
  'question ellipsis',
])

/** Quotes, brackets and spaces that stand after the final mark. */
export const closers: RegExp =
  /[\s"'”’“‘»«›‹)\]）】」』》〉〞〟＂﴾﴿*\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]+$/u
