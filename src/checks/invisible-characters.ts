/** Scripts whose spelling needs the zero-width joiner and non-joiner. */
export const joiningScripts: ReadonlySet<string> = new Set(
  (
    'Arab Aran Syrc Mong Nkoo Thaa Adlm Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr ' +
    'Mymr Tibt Newa Cakm Mtei'
  ).split(' '),
)

/** Languages written without spaces that mark a line break by a zero-width space. */
export const zeroWidthSpaceLanguages: ReadonlySet<string> = new Set(
  'th lo km my bo dz shn mnw ksw'.split(' '),
)

/** What to call a character nobody sees, for editors. */
export const characterNames: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u061c': 'Arabic letter mark',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of an embedding',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'isolate',
  '\u2069': 'end of an isolate',
  '\ufeff': 'byte order mark',
  '\ufffd': 'replacement character, the trace of a broken encoding',
}
