/**
 * Parts of a country written together with its name, Ostukraine and Östukraina, by languages.
 * Where words are kept apart or hyphenated (Itä-Ukraina) there is nothing to do.
 */
const directions: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['de lb', 'nordost|nordwest|südost|südwest|ost|west|nord|süd|zentral|mittel'],
      ['nl fy', 'noordoost|noordwest|zuidoost|zuidwest|oost|west|noord|zuid|centraal|midden'],
      ['sv', 'nordöst|nordväst|sydöst|sydväst|öst|väst|nord|syd|central|mellan'],
      ['da', 'nordøst|nordvest|sydøst|sydvest|øst|vest|nord|syd|central|midt'],
      ['nb nn no', 'nordøst|nordvest|sørøst|sørvest|øst|aust|vest|nord|sør|sentral|midt'],
      ['is', 'austur|vestur|norður|suður|mið'],
      ['fo', 'eystur|vestur|norður|suður|mið'],
    ] as const
  ).flatMap(([languages, words]) =>
    languages.split(' ').map((one) => [one, new RegExp(`^(?:${words})`, 'u')] as const),
  ),
)

/** Names that are another country, state or continent behind a direction, by how they begin in these languages. */
const otherPlace =
  /^(?:k[oó]rea|s[oouúw]+dan|soedan|jemen|yemen|[zk][yý]p[re]|chypr|[ií]rl[aá]nd|ierland|ma[kzc]ed[oó]|noord|ossét|osset|dakota|[ck]arolina|karól[ií]na|r[hó]*od[eé]s|vi[eë]tnam|afri[kc]a|afrík|amer[ií]k|tirol|timor|sahara|jordan|jordaan|[dt](?:eu|y)[ts]+[ck]?h?land|duits|þýskaland|preu[sß]|prus|pakistan|bengal|falen|f[aå]len|indi|virginia|georgi[aeë]|guinea|holland|brabant|flandern|vlaand)/u

/** What is left of a word behind a direction; nothing where there is none, or where another place begins. */
export function behindDirection(word: string, language: string): string | undefined {
  const direction = directions.get(language)?.exec(word)?.[0]
  if (direction === undefined) return undefined
  const rest = word.slice(direction.length)
  return otherPlace.test(rest) ? undefined : rest
}
