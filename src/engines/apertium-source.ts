import { isKept, type Token } from '../tagged-text.ts'
import { blank, escapeStream, labelled } from './apertium-stream.ts'
import { elementAt, hasWords, wordsOf } from './element.ts'
import { chooseStandIn } from './nonce.ts'

/** A piece of a source text: the label of its words, and the tags it is in. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly path: readonly string[] }
  /** Locked: a stand-in travels, `content` comes back. */
  | {
      readonly kind: 'slot'
      readonly content: readonly Token[]
      readonly path: readonly string[]
      readonly standIn: string
    }
  /** An element without words (an image, dots): carried over unread. */
  | { readonly kind: 'fixed'; readonly content: readonly Token[]; readonly path: readonly string[] }

/** Web and mail addresses, handles, hashtags, a.m. and p.m.: parts of them are dictionary words. */
const address =
  /(?:https?:\/\/|www\.)[^\s<>"”»]*[^\s<>"”».,;:!?)\]]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?<=\d\s?)[ap]\.m\.|[@#][\p{L}_][\p{L}\p{N}_]*|(?<![\p{L}\p{N}_.-])(?:[\w-]+\.)+(?:com|org|net|gov|edu|int|info|news|eu|uk|ua|ru|de|fr|es)(?:\/[\w/.-]*[\w/])?(?![\p{L}\p{N}_-])/giu

/** The runs of a text; `turn` shifts the choice of stand-ins. */
export function readRuns(
  tokens: readonly Token[],
  standIns: readonly string[],
  turn: number,
): readonly Run[] {
  const runs: Run[] = []
  const path: string[] = []
  const addSlot = (content: readonly Token[], words: string): void => {
    const slots = runs.filter((run) => run.kind === 'slot').length
    const standIn = chooseStandIn(standIns, words, slots + turn)
    runs.push({ kind: 'slot', content, path: [...path], standIn })
  }
  const addText = (whole: string): void => {
    for (const { text, isAddress } of splitAddresses(whole)) {
      if (isAddress) addSlot([{ kind: 'text', text }], text)
      else runs.push({ kind: 'text', text, path: [...path] })
    }
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'text') addText(token.text)
    else if (token.kind === 'close') path.pop()
    else {
      const element = elementAt(tokens, at)
      const words = wordsOf(element)
      const isWordless = !hasWords(words)
      if (!isWordless && !isKept(token.name)) path.push(token.name)
      else {
        if (isWordless) runs.push({ kind: 'fixed', content: element, path: [...path] })
        else addSlot(element, words)
        at += element.length - 1
      }
    }
  }
  return runs
}

/** Text cut at its addresses; the parts joined are the text. */
export function splitAddresses(
  text: string,
): readonly { readonly text: string; readonly isAddress: boolean }[] {
  const parts: { text: string; isAddress: boolean }[] = []
  let done = 0
  for (const match of text.matchAll(address)) {
    if (match.index > done) {
      parts.push({ text: text.slice(done, match.index), isAddress: false })
    }
    parts.push({ text: match[0], isAddress: true })
    done = match.index + match[0].length
  }
  if (done < text.length) parts.push({ text: text.slice(done), isAddress: false })
  return parts
}

/**
 * The message for runs. Every run is labelled with its number when there are tags to find again;
 * else only the slots are, and the words between them are as free as those of plain text.
 * A plural genitive ("Castros' office") cannot be read as "Castro has", as Catalan does.
 */
export function writeMessage(runs: readonly Run[], genitive: 'singular' | 'plural'): string {
  const isTagged = runs.some((run) => run.path.length > 0)
  const isPlural = genitive === 'plural'
  return runs
    .map((run, number) => {
      if (run.kind === 'fixed') return blank(`!${number}`)
      if (run.kind === 'slot') {
        const ending = isPlural && isGenitive(runs, number + 1) ? 's' : ''
        return labelled(`${number}`, run.standIn + ending)
      }
      const text = isPlural && isGenitive(runs, number) ? run.text.replace(/s/, '') : run.text
      return isTagged ? labelWords(number, text) : escapeStream(text)
    })
    .join('')
}

/** Whether a run begins with the 's of the name before it. */
export function isGenitive(runs: readonly Run[], number: number): boolean {
  const run = runs[number]
  const isSlotBefore = runs[number - 1]?.kind === 'slot'
  return isSlotBefore && run?.kind === 'text' && /^['’]s(?!\p{L})/u.test(run.text)
}

/** The label goes round the words only: white space and marks at the ends are nobody's, but not the 's of a name. */
function labelWords(number: number, text: string): string {
  const [, before = '', words = '', after = ''] =
    /^((?:(?!['’]\p{L})[^\p{L}\p{N}])*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? []
  if (words === '') return escapeStream(text)
  return escapeStream(before) + labelled(`${number}`, words) + escapeStream(after)
}
