import { pseudoWord } from './deepl-words.ts'

/** How the pretended translation of one request is done. */
export interface TranslateTask {
  /** BCP 47, for the script and the choice of words. */
  readonly target: string
  readonly ignoreTags: ReadonlySet<string>
  /** The glossary of the pair. */
  readonly terms: ReadonlyMap<string, string>
  /** Terms of the glossary that are missed, as DeepL's own soft glossary does. */
  readonly forgets: ReadonlySet<string>
  /** What is added to the rendering of a term, by term. */
  readonly inflects: Readonly<Record<string, string>>
  /** Renderings that come before the glossary, by source words: to force a wrong name. */
  readonly renders: Readonly<Record<string, string>>
}

/** The XML that strict tag handling refuses. */
export class MalformedXml extends Error {}

const xmlToken = /<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const entity = /&(?:#(\d+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));|&/g
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** Translates one XML fragment and counts the code points that are billed. */
export function translateXml(
  xml: string,
  task: TranslateTask,
): { readonly text: string; readonly billed: number } {
  const translate = wordsOf(task)
  const open: string[] = []
  let text = ''
  let billed = 0
  const pattern = new RegExp(xmlToken)
  while (pattern.lastIndex < xml.length) {
    const match = pattern.exec(xml)
    if (match === null) throw new MalformedXml('Tag handling parsing failed, check input.')
    const [whole, slash, name = '', , selfClosing, run] = match
    if (run !== undefined) {
      const plain = decode(run)
      billed += [...plain].length
      text += open.some((tag) => task.ignoreTags.has(tag)) ? run : encode(translate(plain))
      continue
    }
    if (slash === '/') {
      if (open.pop() !== name) throw new MalformedXml('Tag handling parsing failed, check input.')
    } else if (selfClosing !== '/') open.push(name)
    text += whole
  }
  if (open.length > 0) throw new MalformedXml('Tag handling parsing failed, check input.')
  return { text, billed }
}

/** Translates plain text, as DeepL does without tag handling. */
export function translatePlain(
  plain: string,
  task: TranslateTask,
): { readonly text: string; readonly billed: number } {
  return { text: wordsOf(task)(plain), billed: [...plain].length }
}

// Addresses, handles and words with digits are the same in every language.
const kept = String.raw`https?://[^\s<>]*[^\s<>.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+`
const word = String.raw`[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*`

// Languages without spaces: two characters are a word.
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+`

const isUnspaced = new RegExp(`^${unspaced}$`, 'u')

type Translate = (plain: string) => string
const wordsByTask = new WeakMap<TranslateTask, Translate>()

/** The function for a task, made once: a request may carry 50 texts. */
function wordsOf(task: TranslateTask): Translate {
  let translate = wordsByTask.get(task)
  if (translate === undefined) wordsByTask.set(task, (translate = makeTranslate(task)))
  return translate
}

function makeTranslate(task: TranslateTask): Translate {
  const renderings = new Map<string, string>()
  for (const [term, rendering] of task.terms) {
    if (!task.forgets.has(term)) renderings.set(term, rendering + (task.inflects[term] ?? ''))
  }
  for (const [words, rendering] of Object.entries(task.renders)) renderings.set(words, rendering)
  const longestFirst = [...renderings.keys()].toSorted((a, b) => b.length - a.length)
  const terms = longestFirst.map((term) => escapePattern(term)).join('|')
  const bounded = terms === '' ? '' : String.raw`(?<![\p{L}\p{N}])(?:${terms})(?![\p{L}\p{N}])|`
  const pattern = new RegExp(`${bounded}${kept}|${unspaced}|${word}`, 'gu')
  return (plain) =>
    plain
      .replace(pattern, (found) => {
        const rendering = renderings.get(found)
        if (rendering !== undefined) return rendering
        if (isUnspaced.test(found)) {
          const words = found.match(/.{1,2}/gsu) ?? []
          return words.map((one) => pseudoWord(one, task.target)).join(' ')
        }
        return /^[\p{L}\p{M}'’.-]+$/u.test(found) ? pseudoWord(found, task.target) : found
      })
      // Chinese and Japanese words stand side by side.
      .replace(
        /(?<=[\p{Script=Han}\p{Script=Hiragana}]) (?=[\p{Script=Han}\p{Script=Hiragana}])/gu,
        '',
      )
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}

function decode(run: string): string {
  if (!run.includes('&')) return run
  return run.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? ''
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    throw new MalformedXml(`Tag handling parsing failed, check input: ${whole}`)
  })
}

function encode(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
