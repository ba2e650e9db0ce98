/** The letters that make most of a running text, by language; the share they have is known. */
const commonSimplified =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过' +
  '子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起现实加量都两体制机' +
  '当使点从业本去把性好应开因由其些然前外天政四日那社义事平形相全表间与关各重新线内数正心反你' +
  '明看原又么利比或但质气第向道命变条没结解问意建月公无系军将市区长期接受被据报称最近已经'
const commonTraditional =
  '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過' +
  '子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起現實加量都兩體制機' +
  '當使點從業本去把性好應開因由其些然前外天政四日那社義事平形相全表間與關各重新線內數正心反你' +
  '明看原又麼利比或但質氣第向道命變條沒結解問意建月公無系軍將市區長期接受被據報稱最近已經'
const commonKorean =
  '이다는을의에가고하지은로한사도를기나서인대정시리자어일라아해그수부전원있제과장들보으년것등에서했' +
  '며주국선구성경오상안적여조치말공동면우회할만력발소관화민중유스명물비였개당무통방단게'
const commonCyrillic = 'оеаинтсрвлкмдпуяыьгзбчійхжїєш'

/** Marks of print that many languages share. */
const print = /^[\u00a0«»“”„‘’‚…–—―·•°€£§©®№¿¡、。，．！？：；（）「」『』《》〈〉【】・ー～　]$/u
/** Control characters, private use and U+FFFD are in no text; box drawing is in no article. */
const rubbish = /^[\u0080-\u009f\ufffd\u2500-\u259f\p{Co}\p{Cn}]$/u

/** How much a letter speaks for a decoding, from -1 to 1; `before` and `after` stand beside it. */
type Judge = (letter: string, before: string, after: string) => number

/**
 * How much a decoded text looks like one that people write, at most 1: the mean over its letters
 * beyond ASCII. Real text gives 0.25 and more, the wrong encoding about 0 or less; a text in ASCII
 * alone gives 1, and so does one in an encoding of which nothing is known, unless it has rubbish.
 */
export function plausibility(text: string, charset: string): number {
  const judge = judgeOf(charset)
  let sum = 0
  let count = 0
  let before = ''
  let letter = ''
  for (const after of [...text, '']) {
    if (letter > '\x7f') {
      count++
      sum += rubbish.test(letter) ? -1 : judge(letter, before, after)
    }
    before = letter
    letter = after
  }
  return count === 0 ? 1 : sum / count
}

function judgeOf(charset: string): Judge {
  if (/^(?:windows-1251|koi8|iso-8859-5|ibm866|x-mac-cyrillic)/.test(charset)) return cyrillic
  if (charset === 'windows-1252') return latin
  if (charset === 'gb18030' || charset === 'gbk') return ideograms(commonSimplified)
  if (charset === 'big5') return ideograms(commonTraditional)
  if (charset === 'shift_jis' || charset === 'euc-jp') return japanese
  return charset === 'euc-kr' ? korean : () => 1
}

/** Words are in small letters with at most one capital, at their start, and have no Latin in them. */
const cyrillic: Judge = (letter, before, after) => {
  if (print.test(letter)) return 0.3
  if (!/\p{Script=Cyrillic}/u.test(letter) || /[a-z]/i.test(before + after)) return -1
  if (/\p{Lu}/u.test(letter)) return /\p{Ll}/u.test(before) ? -1 : 0
  return commonCyrillic.includes(letter) ? 1 : 0.2
}

/** Accented letters stand alone among plain ones; capitals begin words. */
const latin: Judge = (letter, before, after) => {
  if (print.test(letter)) return 0.5
  if (!/\p{L}/u.test(letter)) return -0.5
  if (before > '\x7f' && after > '\x7f' && !print.test(before) && !print.test(after)) return -1
  if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) return -1
  return /[a-z]/i.test(before + after) ? 1 : -0.5
}

function ideograms(common: string): Judge {
  const known = new Set(common)
  return (letter) => {
    if (known.has(letter)) return 1
    if (print.test(letter)) return 0.5
    return /\p{Script=Han}/u.test(letter) ? 0.1 : -0.5
  }
}

const japanese: Judge = (letter) => {
  if (/[ぁ-んァ-ヶ]/u.test(letter)) return 1
  if (print.test(letter)) return 0.5
  return /\p{Script=Han}/u.test(letter) ? 0.1 : -0.5
}

const knownKorean: ReadonlySet<string> = new Set(commonKorean)
const korean: Judge = (letter) => {
  if (knownKorean.has(letter)) return 1
  if (/[가-힣]/u.test(letter)) return 0.1
  return print.test(letter) ? 0.5 : -0.5
}
