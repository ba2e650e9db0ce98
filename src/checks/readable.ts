import { BabelwireError } from '../errors.ts'
import type { TaggedText } from '../model.ts'
import { isKept, parseTagged, plainText } from '../tagged-text.ts'

/** The plain text, or undefined when it is not tagged text; `checkTags` reports that, once. */
export function readable(text: TaggedText): string | undefined {
  try {
    return plainText(text)
  } catch (error) {
    if (error instanceof BabelwireError) return undefined
    throw error
  }
}

/** Addresses of the web and e-mail as readers see them, without the punctuation that follows them. */
export const linkPattern: RegExp =
  /(?:https?:\/\/|www\.)[^\s<>"'«»“”‘’„…、。，；：！？（）【】「」『』]*[^\s<>"'«»“”‘’„…、。，；：！？（）【】「」『』.,;:!?)\]]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?<![\w@.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\/[\w~%/?=&#.-]*[\w/]/g

/**
 * The words a translator works on: plain text in which links and the content of kept tags are
 * blanked, so that offsets stay those of the plain text. Undefined when it is not tagged text.
 */
export function wording(text: TaggedText): string | undefined {
  const plain = readable(text)
  if (plain === undefined) return undefined
  const unkept = text.includes('<') ? blankKept(text) : plain
  if (!/[@/]|www\./.test(unkept)) return unkept
  return unkept.replace(linkPattern, (link) => ' '.repeat(link.length))
}

function blankKept(text: TaggedText): string {
  let plain = ''
  let depth = 0
  for (const token of parseTagged(text)) {
    if (token.kind === 'text') plain += depth > 0 ? ' '.repeat(token.text.length) : token.text
    else if (isKept(token.name)) depth += token.kind === 'open' ? 1 : -1
  }
  return plain
}
