/** Names and news text of any size, the same on every machine. */

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

const openings =
  'B Br D Dr G Gr H J K Kl Kr L M N P Pr R S St Sv T Tr V Z Zh Sh Ch Y A E I O U'.split(' ')
const middles = 'a e i o u ya ei ou aa'.split(' ')
const joints = 'l r n m v k t d sk nd rt ll z b g st lm nk'.split(' ')
const endings = 'ov enko sky in ić ez son er a o us ian adze ski berg ard ut al ön'.split(' ')
const offices =
  'Ministry of Trade|Regional Council|Oblast|Bank|University|Airport|Party|Court|Holdings|Prize|Dam|Front'.split(
    '|',
  )
const words =
  'the the the the of of to to and and a a in in that is was for on with as by at from it has had not are be his her who will they which would after over more than been said also were about their new one two year when there could into last time up out people state government president minister told reporters talks agreement week month city country officials police court report forces bank bridge railway talks lines of said economy plan support leaders border region water energy prices market students doctors wider earlier however because between before under during against without while since later early another several according published expected agreed announced confirmed denied warned called opened closed visited signed rejected'.split(
    ' ',
  )

/** Distinct names as a newsroom has them: people, places, offices, acronyms; the most used first. */
export function makeNames(count: number, seed: number = 1): readonly string[] {
  const random = seeded(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const word = (): string =>
    pick(openings) +
    pick(middles) +
    pick(joints) +
    (random() < 0.6 ? pick(middles) + pick(joints) : '') +
    pick(endings)
  const given = Array.from({ length: 2000 }, word)
  const names = new Set<string>()
  while (names.size < count) {
    const kind = random()
    if (kind < 0.55) names.add(`${pick(given)} ${word()}`)
    else if (kind < 0.8) names.add(word())
    else if (kind < 0.97) names.add(`${word()} ${pick(offices)}`)
    else names.add(Array.from({ length: 4 }, () => pick(openings).charAt(0)).join(''))
  }
  return [...names]
}

/** Sentences of 100 to 300 characters, with a known name in most and curly marks in one of four. */
export function makeNews(names: readonly string[], bytes: number, seed: number = 2): string[] {
  const random = seeded(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  // The first names are met most, as in the news.
  const name = (): string => names[Math.floor(names.length ** random()) - 1] ?? ''
  const strangers = makeNames(5000, seed + 1)
  const sentences: string[] = []
  for (let size = 0; size < bytes;) {
    const length = 100 + 200 * random()
    const parts = [random() < 0.5 ? name() : 'Yesterday']
    let characters = 0
    while (characters < length) {
      const kind = random()
      let part = pick(words)
      if (kind < 0.03) part = name()
      else if (kind < 0.05) part = pick(strangers)
      else if (kind < 0.06) part = String(Math.floor(3000 * random()))
      else if (kind < 0.1) part += ','
      parts.push(part)
      characters += part.length + 1
    }
    const text = parts.join(' ')
    const sentence = random() < 0.25 ? `“${text},” ${name()}’s office said.` : `${text}.`
    sentences.push(sentence)
    size += Buffer.byteLength(sentence) + 1
  }
  return sentences
}
