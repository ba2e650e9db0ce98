import { plainLetters, skeleton } from './letters.ts'
import { wordsOf } from './same-name.ts'

const hasVowels = /\p{sc=Latin}|\p{sc=Cyrillic}|\p{sc=Greek}/u
const consonantal = /\p{sc=Arabic}|\p{sc=Hebrew}/u

/** How alike two names of two languages are, 0 to 1; 0 where their scripts cannot be compared. */
export type Similarity = (source: string, target: string) => number

/** What of a name is compared, worked out once. */
interface Features {
  readonly letters: string
  readonly bones: string
  readonly isConsonantal: boolean
  readonly hasVowels: boolean
  /** Its longer words; none for a name of one word. */
  readonly words: readonly Features[]
}

/**
 * A measure that remembers what it was asked. Names of several words are also compared word by word,
 * in any order: National Bank, Banco Nacional.
 */
export function makeSimilarity(): Similarity {
  const features = new Map<string, Features>()
  const known = new Map<string, Map<string, number>>()
  const featuresOf = (name: string): Features => {
    const found = features.get(name) ?? makeFeatures(name)
    features.set(name, found)
    return found
  }
  return (source, target) => {
    const row = known.get(source) ?? new Map<string, number>()
    known.set(source, row)
    const score = row.get(target) ?? compareNames(featuresOf(source), featuresOf(target))
    row.set(target, score)
    return score
  }
}

function makeFeatures(name: string): Features {
  const words = longWords(name)
  return {
    // Languages spell these sounds either way: Sybiha, Sibiga; Wladimir, Vladimir.
    letters: plainLetters(name).replaceAll('y', 'i').replaceAll('w', 'v'),
    bones: skeleton(name),
    isConsonantal: consonantal.test(name),
    hasVowels: hasVowels.test(name),
    words: words.length < 2 ? [] : words.map(makeFeatures),
  }
}

const small = new Set('the and del der und des dos das los las von van bin ibn den dem'.split(' '))

/** The words that make a name, without the small ones inside. */
function longWords(name: string): readonly string[] {
  const words = wordsOf(name)
  return words.length < 2 ? words : words.filter((word) => word.length > 2 && !small.has(word))
}

function compareNames(a: Features, b: Features): number {
  // Part of a name is not the name: Dolmabahçe for Dolmabahce Palace.
  if (a.words.length > Math.max(1, b.words.length)) return 0
  const whole = compare(a, b)
  if (whole > 0.9 || a.words.length < 2 || a.words.length !== b.words.length) return whole
  const best = a.words.map((word) => Math.max(...b.words.map((other) => compare(word, other))))
  return Math.max(whole, best.reduce((sum, one) => sum + one, 0) / best.length)
}

function compare(a: Features, b: Features): number {
  if (a.isConsonantal || b.isConsonantal) {
    // Two consonants fit too many words.
    return Math.min(a.bones.length, b.bones.length) < 3 ? 0 : likeness(a.bones, b.bones)
  }
  if (!a.hasVowels || !b.hasVowels) return 0
  const letters = likeness(a.letters, b.letters)
  return Math.max(letters, (letters + likeness(a.bones, b.bones)) / 2)
}

/** 1 less the edits needed, for the length of the longer one. */
function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const longer = Math.max(a.length, b.length)
  // So different in length cannot be alike enough to matter.
  if (Math.abs(a.length - b.length) > longer / 2) return 0
  return 1 - edits(a, b) / longer
}

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
