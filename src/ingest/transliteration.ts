/** Cyrillic and Greek by common practice, and Latin letters that have no base letter in Unicode. */
const letters: Readonly<Record<string, string>> = {
  ...pairs('абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяё', [
    ...'a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch'.split(' '),
    ...['', 'y', '', 'e', 'iu', 'ia', 'io'],
  ]),
  ...pairs('ўјљњћђџѓќѕ', 'u j lj nj c dj dz g k dz'.split(' ')),
  ...pairs(
    'αβγδεζηθικλμνξοπρσςτυφχψω',
    'a v g d e z i th i k l m n x o p r s s t y f ch ps o'.split(' '),
  ),
  ...pairs('ßøłđæœþðıŋə', 'ss o l d ae oe th d i n e'.split(' ')),
}

function pairs(from: string, to: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(from, (letter, index) => [letter, to[index] ?? '']))
}

/** Lower-case ASCII for a text, and whether a letter had to be dropped on the way. */
export function transliterate(text: string): {
  readonly ascii: string
  readonly isComplete: boolean
} {
  let ascii = ''
  let isComplete = true
  for (const letter of text.normalize('NFC').toLowerCase()) {
    const written = letters[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '')
    for (const part of written) {
      const known = letters[part] ?? part
      if (known > '\u007f' && /[\p{L}\p{N}]/u.test(known)) isComplete = false
      else ascii += known
    }
  }
  return { ascii, isComplete }
}
