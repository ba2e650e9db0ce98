import { anyOf, exchange, type Endings } from './ending.ts'

export const finnish: Endings = {
  lost: anyOf('i e a ä t at ät'),
  added: anyOf(
    'n ssa ssä sta stä lla llä lta ltä lle na nä ksi tta ttä a ä ta tä t seen hin han hon hen hän an än on en in ain un yn den jen ien',
    '(?:[ieoj]|oi|ei)?',
    '(?:kin|kaan|kään|han|hän|ko|kö|nsa)?',
  ),
  // Consonants grow weak before a closed syllable: Helsingin, Itävallan, Islannin, Lahden, Turun.
  stems: exchange(
    [/kk(?=[aeiouyäö]?$)/u, 'k'],
    [/pp(?=[aeiouyäö]?$)/u, 'p'],
    [/tt(?=[aeiouyäö]?$)/u, 't'],
    [/nk(?=[aeiouyäö]?$)/u, 'ng'],
    [/nt(?=[aeiouyäö]?$)/u, 'nn'],
    [/lt(?=[aeiouyäö]?$)/u, 'll'],
    [/rt(?=[aeiouyäö]?$)/u, 'rr'],
    [/ht(?=[aeiouyäö]?$)/u, 'hd'],
    [/rp(?=[oa]$)/u, 'rv'],
    [/(?<=r|i)k(?=[ua]$)/u, ''],
    // Plural names list the weak stem: Yhdysvallat, Yhdysvaltojen.
    [/ll$/u, 'lt'],
    // Häkkänen, Häkkäsen, Häkkästä.
    [/nen$/u, 'se'],
    [/nen$/u, 's'],
  ),
}

/** A vowel at the end stays in every case; plural names (Ühendriigid, Ühendriikide) lose theirs. */
export const estonian: Endings = {
  lost: anyOf('id ed ad'),
  added: anyOf(
    'i e a u s st sse l lt le ks ni ga na ta d t te de id des dest dele delt dega desse',
    '[iea]?',
  ),
  stems: exchange([/g$/u, 'k'], [/d$/u, 't']),
}

/** Adjectives in -i (kijevi) are other words. */
export const hungarian: Endings = {
  lost: anyOf(''),
  added: anyOf(
    '[aeoáéö]?[tnk] b[ae]n b[ae] b[óő]l r[ae] r[óő]l h[oeö]z n[áé]l t[óő]l n[ae]k [a-z]{1,2}[ae]l v[ae]l ért ig ként e a j[ae] é ék [aeo]m[áé]t s[áé]g',
  ),
  stems: exchange([/a$/u, 'á'], [/e$/u, 'é']),
}
