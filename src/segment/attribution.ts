import { isOpening, type Boundary } from './boundary.ts'
import type { LanguageRules } from './language-rules.ts'

const asking =
  'asked|asks|told|replied|answered|shouted|yelled|cried|exclaimed|demanded|wondered|joked'
const saying =
  'said|says|added|adds|wrote|declared|tweeted|posted|recalled|insisted|warned|concluded|responded|continued|explained'
/** Not the same signs in `访问`, `报道`, `小说`, `职称`. */
const chineseVerbs =
  '(?<![小学學传傳])[说說]|(?<![访訪学學疑])[问問]|(?<![报報知渠街频頻铁鐵轨軌人])道|(?<![名职職简簡])[称稱]|表示|指出|强调|強調|' +
  '回答|补充|補充|回应|回應|宣布|坦言|呼吁|呼籲|告[诉訴][^，。：]{1,12}'

/**
 * What follows a closed quotation when it belongs to the same sentence, per language. Lower case,
 * commas and dashes are seen to in `goes-on.ts`; here stand the languages and cases without them.
 */
const followsQuotation: Readonly<Record<string, RegExp>> = {
  // “Why now?” Zelenskyy asked. Not: “No!” Smith said he would not come.
  en: new RegExp(
    `^(?:(?:[A-Z][\\w’'.-]*|of|the|and|for|a|an|in|on|at),? ){1,7}(?:later |then )?(?:(?:${asking})\\b|` +
      `(?:${saying})\\b(?! (?:that|he|she|it|they|the|his|her|their|there|this|we|I|no|not|a)\\b))`,
  ),
  // “……。”泽连斯基说。
  zh: new RegExp(
    `^(?:[^，。！？；：“”「」『』\\s]{0,30}?(?:${chineseVerbs})了?(?:[。！？]|，[“「]|$)|的|等|并[^非不]|並|后|後|及|与|與|、|）)`,
  ),
  // 「行く。」と述べた。
  ja: new RegExp(
    '^(?:と(?!ころ|りわけ|にかく)|って|など|という|の|を|が|は|に|で(?!も|は|す)|だ(?!が|から|けど)|とか|' +
      '[^。、！？「」]{1,20}(?:聞いた|言った|尋ねた|叫んだ|答えた|述べた|語った|話した)。)',
  ),
  ko: new RegExp(
    '^(?:라고|이라고|고|하고|라며|이라며|며|이라면서|라면서|면서|라는|이라는)(?=\\s)|' +
      '^(?:[^\\s.?!"“]+ ){1,6}(?:물었다|말했다|밝혔다|외쳤다|답했다|강조했다)\\.',
  ),
  tr: /^(?:\p{Lu}[\p{L}'’]+ ){1,4}(?:dedi|sordu|yazdı|ekledi|konuştu|seslendi|yanıtladı)\s*[.!?]/u,
  ar: /^(?:قال|قالت|قالوا|يقول|تقول|سأل|سألت|تساءل|تساءلت|صرح|صرحت|هتف|هتفت|صرخ|صرخت|أجاب|أجابت|كتب|كتبت)\s/,
  fa: /^(?:[^\s.؟!:؛]+ ){0,8}(?:گفت|پرسید|نوشت|افزود|گفته است|گفتند|پرسیدند|می‌گوید)\s*[.؟!]/,
  ur: /^(?:[^\s۔؟!:]+ ){0,8}(?:کہا|پوچھا|بتایا|لکھا)\s*۔/,
  hi: /^(?:[^\s।?!:]+ ){0,8}(?:कहा|पूछा|बताया|लिखा|बोले|बोला|बोलीं)\s*(?:था|है)?\s*।/,
}

/** Whether a boundary behind a closed quotation is followed by who said it; `mark` is the mark inside. */
export function isAttribution(boundary: Boundary, mark: number, rules: LanguageRules): boolean {
  const { text, start, next } = boundary
  const language = rules.language === 'yue' ? 'zh' : rules.language
  // In English a full stop, not a comma, before the quotation mark has ended the sentence.
  if (language === 'en' && text.charAt(mark) === '.') return false
  const pattern = followsQuotation[language]
  if (pattern?.test(text.slice(next, next + 90)) === true) return true
  return language === 'zh' && isWovenIn(text, start, mark, rules)
}

/** A Chinese quotation without a colon before it is part of the sentence: `他高呼“加油！”并离开。` */
function isWovenIn(text: string, start: number, mark: number, rules: LanguageRules): boolean {
  let at = mark
  while (at > start && !isOpening(text, at, rules)) at--
  return at > start && !/[：:，,。！？!?]/.test(text.charAt(at - 1))
}
