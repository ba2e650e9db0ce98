/** Languages so close that a right translation may repeat most words of its source. */
export const closeLanguages: readonly ReadonlySet<string>[] = [
  'es ca gl pt ast an oc mwl lad ext',
  'it co scn vec lmo fur nap sc rm',
  'fr oc wa frp',
  'da nb nn sv fo',
  'nl af li fy zea',
  'de lb gsw bar nds ksh',
  'cs sk',
  'pl csb szl',
  'ru uk be rue',
  'bg mk',
  'sl hr',
  'id ms min jv su bjn',
  'fi kv krl vep et',
  'tr az gag tk crh',
  'hi mr ne bho mai',
  'ar arz ary apc fa ps ur ckb sd ug',
  'zh yue wuu lzh nan hak gan ja',
  'xh zu ss nr',
  'st tn nso',
  'eo ia io ie',
].map((line) => new Set(line.split(' ')))

/** Standards of one language: a translation may be the source, letter by letter. */
export const oneLanguage: readonly ReadonlySet<string>[] = [
  'hr bs sr sh cnr',
  'id ms',
  'ro mo',
].map((line) => new Set(line.split(' ')))
