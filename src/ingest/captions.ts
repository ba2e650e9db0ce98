import type { Range } from '../model.ts'
import { countWords, endsSentence } from './size.ts'

/** Where the caption and the credit of a line stand in its plain text; the caption can be empty. */
export interface CaptionAndCredit {
  readonly caption: Range
  readonly credit: Range
}

/** Longer lines are paragraphs, whatever their end looks like. */
const longestCaption = 600
const longestCreditWords = 20

const agency =
  /(?<![\p{L}\p{N}])(?:AP|AFP|Reuters|REUTERS|Getty|EPA|EFE|dpa|DPA|ANSA|TASS|ТАСС|Sputnik|Спутник|RIA|РИА|Xinhua|CGTN|CFP|VCG|IC|Kyodo|Ukrinform|Укрінформ|УНІАН|UNIAN|Anadolu|PA Media|Bloomberg|Shutterstock|iStock|Alamy|NurPhoto|Zuma|Imago|IMAGO|Picture Alliance|Europa Press|Magnum|Keystone|Belga|Lusa|LUSA|PAP|Yonhap|Handout|handout|Pool|POOL|Рейтер|رويترز|فرانس برس|أ ف ب|الأناضول)(?![\p{L}\p{N}])|新华社|中新社|路透社?|法新社|美联社|视觉中国|共同社/u

/** What stands before a name: `Photo:`, `Foto de`, `图/`. */
const label =
  '(?:(?:photo(?:graph)?s?(?: credit| courtesy)?|picture|image(?: credit)?|credit|courtesy|illustration|fotos?|fotografía|crédit(?: photo)?s?|créditos?|bild(?:quelle)?|imagen|immagine|zdjęcie|fot\\.|фото(?:графія|графия)?|світлина|джерело фото|источник фото|图片?(?:来源)?|摄影|صورة|الصورة|تصوير)\\s*[:：/]|(?:photo(?:graph)?|picture|image|illustration) by\\s|(?:foto|imagen) de\\s|photo (?:de|par)\\s|foto von\\s)'

/** From the strictest to the loosest; `caption` and `credit` are the parts. */
const forms: readonly { readonly pattern: RegExp; readonly needs: (credit: string) => boolean }[] =
  [
    // "A tank near Kurakhove. /Alexander Ermochenko/Reuters"
    {
      pattern:
        /^(?<caption>.*?(?:[\p{Sentence_Terminal}…\p{Pf}"]\p{Pe}?\s|[。！？]))\s*\/\s?(?<credit>[^\s/].*)$/u,
      needs: isCreditLike,
    },
    // "A tank near Kurakhove /Alexander Ermochenko/Reuters", "/Alexander Ermochenko/Reuters"
    { pattern: /^(?<caption>.*?)(?<![^\s])\/(?<credit>[^\s/].*)$/u, needs: isAgencyCredit },
    // "A tank near Kurakhove (Photo: Oleh Petrasiuk/AFP)"
    {
      pattern: new RegExp(
        `^(?<caption>.*?)\\s*[([（［]\\s*${label}\\s*(?<credit>[^()（）]+?)\\s*[)\\]）］]\\.?$`,
        'iu',
      ),
      needs: isShort,
    },
    // "A tank near Kurakhove. Photo: Oleh Petrasiuk / AP", "Photo by Oleh Petrasiuk/AP"
    {
      pattern: new RegExp(
        `^(?<caption>(?:.*?[\\p{Sentence_Terminal}…][\\p{Pe}\\p{Pf}"]?)??)\\s*${label}\\s*(?<credit>[^\\s].*)$`,
        'iu',
      ),
      needs: isCreditLike,
    },
    // "A tank near Kurakhove. © Oleh Petrasiuk/Getty Images"
    { pattern: /^(?<caption>[^©]*?)\s*(?<credit>©\s*\S[^©]*)$/u, needs: isCreditLike },
    // "A tank near Kurakhove (Oleh Petrasiuk via AP)"
    {
      pattern: /^(?<caption>[^()（）].*?)\s*[(（](?<credit>[^()（）]+)[)）]\.?$/u,
      needs: (credit) => isAgencyCredit(credit) && /[/|,]|\svia\s|photo|foto|фото/iu.test(credit),
    },
    // "灾民在临时安置点领取物资。新华社记者 王晔 摄"
    {
      pattern:
        /^(?<caption>(?:.*?[。！？])?)\s*[（(]?(?<credit>\p{Script=Han}{0,8}(?:记者|通讯员)\s*[\p{Script=Han}\s、]{2,12}摄)\s*[)）]?$/u,
      needs: isShort,
    },
  ]

/** The caption and the credit of a line such as `Caption text. /Name, Agency/Reuters`, if it is one. */
export function findCredit(plain: string): CaptionAndCredit | undefined {
  if (plain.length > longestCaption) return undefined
  for (const { pattern, needs } of forms) {
    const match = pattern.exec(plain)
    const credit = match?.groups?.['credit']?.trim() ?? ''
    if (match === null || credit === '' || !needs(credit)) continue
    const caption = (match.groups?.['caption'] ?? '').trim()
    const start = plain.lastIndexOf(credit)
    return {
      caption: { start: 0, end: caption.length },
      credit: { start, end: start + credit.length },
    }
  }
  return undefined
}

/** A credit that stands alone, as in `<span class="credit">`: where the name is without `Photo:` and `/`. */
export function creditRange(plain: string): Range {
  const found = findCredit(plain)
  return found !== undefined && found.caption.end === 0
    ? found.credit
    : { start: 0, end: plain.length }
}

function isShort(credit: string): boolean {
  return countWords(credit) <= longestCreditWords && !/["“”«»]/u.test(credit)
}

/** A name, not prose: short, no sentence, and with an agency, a slash or capitals throughout. */
function isCreditLike(credit: string): boolean {
  if (!isShort(credit) || (endsSentence(credit) && !/\b(?:Inc|Ltd|Co|Jr)\.$/.test(credit))) {
    return false
  }
  return agency.test(credit) || credit.includes('/') || isName(credit)
}

function isAgencyCredit(credit: string): boolean {
  return isCreditLike(credit) && agency.test(credit) && !/^\p{Ll}{3}/u.test(credit)
}

const particle = /^(?:de|del|la|van|von|der|den|al|el|bin|da|di|du|and|y|et|und|і|и|та|via|for)$/u

function isName(credit: string): boolean {
  const words = credit.replace(/^©\s*/u, '').split(/[\s,]+/u)
  return words.length <= 6 && words.every((word) => particle.test(word) || !/^\p{Ll}/u.test(word))
}
