/** How a name is known in a translation, beyond the forms that the glossary lists. */
export type Recognised = 'endings' | 'compounds' | 'prefixes' | 'particles'

/** What one group of languages has; the lines of the table in `docs/glossary.md`. */
export interface InflectionSupport {
  readonly languages: readonly string[]
  readonly recognised: readonly Recognised[]
  /** In words, for editors. */
  readonly description: string
  /** A dictionary form and what it is recognised in, in the first language. */
  readonly example: readonly [name: string, text: string]
}

/** Every group of languages; one that is in none is searched for listed forms alone. */
export const inflectionSupport: readonly InflectionSupport[] = [
  group('ru', 'endings', 'case endings, vowels that drop out, ё as е', 'Зеленский', 'Зеленского'),
  group('uk be', 'endings', 'case endings, changed stems', 'Київ', 'у Києві'),
  group('pl cs sk', 'endings', 'case endings, changed stems', 'Praga', 'w Pradze'),
  group('sl hr bs sr', 'endings', 'case endings, possessives, both scripts', 'Trump', 'Trumpova'),
  group('bg mk', 'endings', 'the article', 'Донбас', 'Донбасът'),
  group('lt lv', 'endings', 'case endings', 'Kijevas', 'Kijeve'),
  group('fi', 'endings compounds', 'case endings, weak consonants', 'Helsinki', 'Helsingissä'),
  group('et', 'endings compounds', 'case endings', 'Kiiev', 'Kiievisse'),
  group('hu', 'endings compounds', 'case endings', 'Moszkva', 'Moszkvában'),
  group(
    'tr az kk ky uz tt tk ug ba',
    'endings',
    'suffixes with or without apostrophe',
    'Kiev',
    'Kiev’deki, Kievde',
  ),
  group('el', 'endings', 'case endings, moved accents', 'Κίεβο', 'Κιέβου'),
  group('ro sq', 'endings', 'case endings with the article', 'Ucraina', 'Ucrainei'),
  group('de lb', 'endings compounds', 'genitive, -er of towns', 'Kreml', 'Kremls, Kremlsprecher'),
  group('nl fy', 'endings compounds', 'genitive', 'Oekraïne', 'Oekraïneoorlog'),
  group('sv da nb nn no', 'endings compounds', 'genitive', 'Ukraina', 'Ukrainakriget'),
  group('is fo', 'endings compounds', 'endings in outline', 'Moskva', 'Moskvu'),
  group('ar', 'prefixes', 'and, in, for, like, the article; لل', 'كييف', 'وبكييف'),
  group('he am', 'prefixes', 'and, that, in, for, from, the article', 'קייב', 'ושבקייב'),
  group('fa', 'endings', 'ezafe behind a vowel, plural', 'آمریکا', 'آمریکای'),
  group('hy ka mn eu eo', 'endings', 'case endings', 'Մոսկվա', 'Մոսկվայում'),
  group('bn mr ta te kn ml gu pa ne si as or', 'endings', 'any short ending', 'কিয়েভ', 'কিয়েভের'),
  group('la ga gd cy mt so', 'endings', 'in outline: up to three letters', 'Roma', 'Romam'),
  group('ko', 'particles', 'case particles and titles', '키이우', '키이우에서'),
  group('zh ja th lo km my', '', 'listed forms; no spaces needed', '基辅', '基辅市长'),
]

function group(
  languages: string,
  recognised: string,
  description: string,
  name: string,
  text: string,
): InflectionSupport {
  return {
    languages: languages.split(' '),
    recognised: recognised.split(' ').filter(isRecognised),
    description,
    example: [name, text],
  }
}

function isRecognised(text: string): text is Recognised {
  return ['endings', 'compounds', 'prefixes', 'particles'].includes(text)
}

/** What a language has; nothing where names are known by their listed forms alone (es, fr, zh …). */
export function supportOf(language: string): InflectionSupport | undefined {
  return inflectionSupport.find(({ languages }) => languages.includes(language))
}
