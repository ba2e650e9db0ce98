/** Who a text says has spoken: somebody by name, the person named before, nobody, or no words at all. */
export type Attribution =
  | { readonly kind: 'named'; readonly speaker: string }
  | { readonly kind: 'pronoun' }
  | { readonly kind: 'none' }
  | { readonly kind: 'silent' }

const word = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.'’-]*`
const particles =
  'de|del|de la|da|dos|di|du|des|van|van der|von|von der|der|al|el|bin|ibn|ben|ter|la|le'
const name = `${word}(?:\\s(?:(?:${particles})\\s)?${word}){0,5}`

/** Verbs of speech in English, Spanish, French, German, Italian, Portuguese, Polish, Ukrainian and Russian. */
const verbs = [
  'said|says|told|tells|added|adds|noted|notes|announced|announces|stated|states|wrote|writes',
  'explained|explains|argued|argues|warned|warns|insisted|insists|stressed|continued|concluded',
  'recalled|recalls|replied|declared|claimed|admitted|acknowledged|posted|emphasi[sz]ed|pointed out',
  'remarked|commented|predicted|confirmed|according to',
  'dijo|afirmó|aseguró|señaló|declaró|añadió|agregó|explicó|indicó|sostuvo|manifestó|subrayó|advirtió|anunció|según',
  '(?:a|ont|avait) (?:déclaré|dit|affirmé|ajouté|expliqué|souligné|annoncé|précisé|indiqué|estimé)',
  'explique|affirme|déclare|estime|assure|raconte|dit|selon',
  'sagte|sagt|erklärte|betonte|ergänzte|warnte|kündigte|teilte|schrieb|meinte',
  'ha (?:detto|dichiarato|affermato|aggiunto|spiegato|sottolineato)|afferma|secondo',
  'disse|afirmou|declarou|acrescentou|explicou|destacou|segundo',
  'powiedział[a]?|dodał[a]?|oświadczył[a]?|podkreślił[a]?',
  'сказа(?:в|ла|л)|заяви(?:в|ла|л)|дода(?:в|ла)|добавил[а]?|зазначи(?:в|ла)|отметил[а]?|наголоси(?:в|ла)',
  'підкресли(?:в|ла)|подчеркнул[а]?|поясни(?:в|ла|л)|повідоми(?:в|ла)|сообщил[а]?|написа(?:в|ла|л)|розпові(?:в|ла)|рассказал[а]?',
].join('|')
const verb = new RegExp(`(?<![\\p{L}\\p{M}])(?:${verbs})(?![\\p{L}\\p{M}])`, 'gu')

/** After these comes who listened, not who spoke. */
const addressed = /^(?:told|tells|posted|continued|kündigte|teilte)$/u

const before = new RegExp(
  `(?<![\\p{L}\\p{M}])(${name})(?:,[^,]{1,80},)?(?:\\s(?:has|had|have|also|later|then|earlier|repeatedly|hat|auch|також|также))?\\s$`,
  'u',
)
const nounBefore =
  /(?<!\p{L})((?:[Tt]he|[Aa]n?)\s(?:[\p{Ll}'’-]+\s){0,3}[\p{Ll}'’-]+)(?:,[^,]{1,80},)?\s$/u
const pronounBefore =
  /(?<!\p{L})(?:he|she|they|él|ella|il|elle|er|sie|він|вона|вони|он|она|они|lui|lei|ele|ela)(?:\s(?:has|had|also|later|then))?\s$/iu
const pronounAfter =
  /^(?:\s|-t-|-)(?:he|she|they|él|ella|il|elle|er|sie|він|вона|он|она|lui|lei|ele|ela)(?!\p{L})/iu

/** Capitalised, yet no part of a name: how sentences begin, and days. */
const leading =
  /^(?:(?:On|In|At|But|And|The|As|For|After|Before|Last|This|When|While|Speaking|El|La|En|Le|Les|Il|Am|Im|Der|Die|Das|У|В|На|За|А|Але|Но|И|І)\s)+/u
const calendar =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$|^(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)$/u
const preposition =
  /(?:^|\s)(?:en|a|à|au|aux|in|im|em|am|on|at|to|of|from|by|for|with|del|de|du|des|da|do|dla|у|в|на|з|із|с|до|для|від|от|к|під|при)\s$/u

/**
 * Who the words around a quote name as its speaker.
 *
 * 1. Each verb of speech, in order: the name before it (`Peskov said`, `Kallas, the EU's chief,
 *    said`), else the name after it (`dijo el presidente Zelenski`), else a pronoun.
 * 2. Chinese and Arabic, which have no capitals, have patterns of their own.
 */
export function findSpeaker(outside: readonly string[]): Attribution {
  if (outside.every((part) => !/\p{L}/u.test(part))) return { kind: 'silent' }
  for (const part of outside) {
    for (const match of part.matchAll(verb)) {
      const found = aroundVerb(part, match.index, match[0])
      if (found !== undefined) return found
    }
    const speaker = arabicSpeaker(part) ?? chineseSpeaker(part)
    if (speaker !== undefined) return { kind: 'named', speaker }
  }
  return { kind: 'none' }
}

function aroundVerb(text: string, at: number, spoken: string): Attribution | undefined {
  const left = text.slice(Math.max(0, at - 160), at)
  const right = text.slice(at + spoken.length, at + spoken.length + 120)
  if (pronounBefore.test(left) || pronounAfter.test(right)) return { kind: 'pronoun' }
  const speaker = namedIn(before.exec(left)?.[1]) ?? nounBefore.exec(left)?.[1]
  if (speaker !== undefined) return { kind: 'named', speaker }
  const after = addressed.test(spoken) ? undefined : nameAfter(right)
  return after === undefined ? undefined : { kind: 'named', speaker: after }
}

const anyName = new RegExp(`(?<![\\p{L}\\p{M}])${name}`, 'gu')

/** The first name of the clause that no preposition takes away: not `in Kyiv`, not `del Kremlin`. */
function nameAfter(text: string): string | undefined {
  for (const match of text.matchAll(anyName)) {
    if (/[;:!?—–]|\.\s/u.test(text.slice(0, match.index).replace(/^\s*[,—–]/u, '')))
      return undefined
    if (preposition.test(text.slice(0, match.index))) continue
    const found = namedIn(match[0])
    if (found !== undefined) return found
  }
  return undefined
}

function namedIn(found: string | undefined): string | undefined {
  const speaker = found
    ?.replace(leading, '')
    .replace(/(?<=\p{Ll})\.(?:\s.*)?$/u, (tail) => (tail === '.' ? '' : tail))
    .replace(/(?:'s|’s)$/u, '')
  return speaker === undefined || speaker === '' || calendar.test(speaker) ? undefined : speaker
}

const arabic =
  /(?:^|[\s،])و?(?:قال|قالت|أضاف|أضافت|صرح|صرحت|أكد|أكدت|أعلن|أعلنت|أوضح|أوضحت|شدد|شددت)\s+(\p{Script=Arabic}+(?:\s\p{Script=Arabic}+){0,4}?)(?=\s(?:في|إن|أن|خلال|يوم|مساء|صباح|للصحفيين|عن|من|على|بعد|قبل|أمام|إلى|لوكالة)(?!\p{L})|\s*[،.,؛:"“”«»]|\s*$)/u

function arabicSpeaker(text: string): string | undefined {
  return arabic.exec(text)?.[1]
}

const chinese =
  /^[，,、。\s]*([\p{Script=Han}·]{2,20}?)(?:周[一二三四五六日末]|星期|\d|在|于|随后|还|也|当天|昨|今|对|向|告诉|说|表示|称|指出|强调|补充|回应|宣布|透露|坦言)/u

function chineseSpeaker(text: string): string | undefined {
  if (!/说|表示|称|指出|强调|补充|告诉|回应|宣布|透露|坦言/u.test(text)) return undefined
  const speaker = chinese.exec(text)?.[1]
  return speaker === undefined || /^[他她它这那但并]/u.test(speaker) ? undefined : speaker
}
