/** Syllables by script: enough for words that look like the language and differ from any source. */
const syllables: Readonly<Record<string, readonly string[]>> = {
  Latn: 'ba lo mi ra te su no vi da ke pa lu go zi fe tor men sal'.split(' '),
  Cyrl: 'ба ло ми ра те су но ви да ке па лу го зи фе тор мен сал'.split(' '),
  Grek: 'βα λο μι ρα τε σου νο βι δα κε πα λου'.split(' '),
  Arab: 'با لو مي را تا سو نو في دا كا بي لا'.split(' '),
  Hebr: 'בא לו מי רא תה סו נו וי דא קה'.split(' '),
  Hans: [...'人大小山水火木土日月石田力手心口目耳天地'],
  Hant: [...'人大小山水火木土日月石田力手心口目耳天地'],
  Jpan: 'か に さ の て も り し た な は ま'.split(' '),
  Kore: '가 나 다 라 마 바 사 아 자 하 고 노'.split(' '),
  Thai: 'กา นา มา ลา ทา สา ดี มี'.split(' '),
  Deva: 'का ला मि रा ते सु नो वि'.split(' '),
}

const cache = new Map<string, string>()

/**
 * A readable word of no meaning in the script of the language, always the same for one source
 * word, about as long, with a capital where the source has one.
 */
export function pseudoWord(word: string, language: string): string {
  const key = `${language} ${word}`
  let pseudo = cache.get(key)
  if (pseudo === undefined) {
    pseudo = makeWord(word, language)
    if (cache.size < 100_000) cache.set(key, pseudo)
  }
  return pseudo
}

function makeWord(word: string, language: string): string {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn'
  const stock = syllables[script] ?? syllables['Latn'] ?? []
  let state = hash(`${language} ${word.toLowerCase()}`)
  const isDense = /Han[st]|Jpan/.test(script)
  const count = Math.round(word.length / (isDense || script === 'Kore' ? 3 : 2))
  // One syllable alone would often stand twice in a row.
  const length = Math.min(6, Math.max(isDense ? 1 : 2, count))
  let pseudo = ''
  for (let index = 0; index < length; index++) {
    pseudo += stock[state % stock.length] ?? ''
    state = hash(`${state}`)
  }
  if (pseudo === word.toLowerCase()) pseudo += stock[0] ?? ''
  return word.charAt(0) === word.charAt(0).toLowerCase()
    ? pseudo
    : pseudo.charAt(0).toUpperCase() + pseudo.slice(1)
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
