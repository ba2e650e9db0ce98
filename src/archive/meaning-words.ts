const words = (list: string): readonly string[] => list.split(' ')

/** Words that turn a sentence round, in the languages articles are mostly written in. */
export const negations: ReadonlySet<string> = new Set([
  ...words("not no never none nobody nothing neither nor without cannot can't won't don't doesn't"),
  ...words("didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't"),
  ...words('nunca jamás ni nadie nada sin sense mai cap ningú ningún ninguna ninguno'),
  ...words('ne pas jamais non sans aucun aucune personne rien nessuno nessuna senza não nem sem'),
  ...words(
    'nicht kein keine keinen keiner keines nie niemals ohne nichts niemand niet geen zonder',
  ),
  ...words('не ни нет без никогда никто ничего ні немає ніколи ніхто нічого nie bez nigdy nikt'),
  ...words('değil yok hiç لا لم لن ليس ليست غير دون بدون לא אין בלי'),
])

/** The same in Chinese and Japanese, where words are not spaced. */
export const negationCharacters: RegExp = /[不没沒未无無非勿莫]/gu

/** Numbers that are written as words, as far as sentences of news have them. */
export const numberWords: ReadonlySet<string> = new Set([
  ...words('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen'),
  ...words('fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy'),
  ...words('eighty ninety hundred hundreds thousand thousands million millions billion billions'),
  ...words('dozen dozens half quarter twice first second third fourth fifth double triple'),
  ...words('uno dos tres cuatro cinco seis siete ocho nueve diez cien mil millón millones mitad'),
  ...words('deux trois quatre cinq sept huit neuf dix cent mille milliard milliards moitié'),
  ...words('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend milliarden'),
  ...words('due tre quattro cinque sei sette otto nove dieci cento mila milioni miliardi metà'),
  ...words('dois duas três quatro oito dez cem milhão milhões bilhão bilhões metade'),
  ...words('один два две три четыре пять шесть семь восемь девять десять сто тысяча миллион'),
  ...words("одна дві чотири п'ять шість сім вісім дев'ять десять тисяча мільйон мільярд половина"),
])
