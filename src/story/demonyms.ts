/** Two letters are enough to list all codes of territories. */
const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))

/** English names of countries and territories, in lower case, of one word. */
const territories: ReadonlySet<string> = territoryNames()

/** English names of languages of one word, which most words for a nationality are too. */
const languages: ReadonlySet<string> = languageNames()

/** Words for nationalities that neither a language has nor an ending tells. */
const others = new Set(
  'american british cypriot swiss afghan european african asian turk turks dane danes swede swedes finn finns pole poles spaniard spaniards briton britons scot scots scottish frenchman englishman irishman dutch welsh arab arabs arabian latin kurd kurds serb serbs croat croats czechs slovak slovaks slovene slovenes israeli saudi emirati monegasque kosovar uzbek uzbeks kazakh kazakhs tajik uyghur uyghurs balkan baltic nordic siberian crimean chechen chechens chinese palestinian bosnian french german japanese portuguese'.split(
    ' ',
  ),
)

/**
 * Whether an English word in lower case is one for a nationality ("Ukrainian", "Iraqis"), by the
 * CLDR names of languages and territories.
 */
export function isDemonym(word: string): boolean {
  if (territories.has(word)) return false
  const one = word.endsWith('s') && !/(?:ss|us)$/.test(word) ? word.slice(0, -1) : word
  if (others.has(word) || others.has(one) || languages.has(one)) return true
  const stem = /^(.{3,}?)(?:nian|ian|ean|an|ese|ish|i|ic|er)$/.exec(one)?.[1]
  if (stem === undefined) return false
  return [stem, `${stem}a`, `${stem}y`, `${stem}ia`, `${stem}o`].some((name) =>
    territories.has(name),
  )
}

/** Whether an English word in lower case is the name of a country. */
export function isTerritory(word: string): boolean {
  return territories.has(word)
}

function territoryNames(): ReadonlySet<string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  const found = codes.flatMap((code) => names.of(code)?.toLowerCase() ?? [])
  const old = ['turkey', 'us', 'uk', 'eu', 'britain', 'korea', 'palestine', 'congo', 'hamas']
  return new Set([...found, ...old].filter((name) => !name.includes(' ')))
}

function languageNames(): ReadonlySet<string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  const codes = letters.flatMap((a) => letters.map((b) => (a + b).toLowerCase()))
  return new Set(
    codes.flatMap((code) => {
      const name = names.of(code)?.toLowerCase() ?? ''
      // Only what an adjective can be: not Esperanto, Volapük or Ido.
      return /^\p{L}+(?:ian|ean|an|ese|ish|ic|i|ch)$/u.test(name) ? [name] : []
    }),
  )
}
