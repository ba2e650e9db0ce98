import type { Block } from '../model.ts'
import { foldQuotes } from '../quote-marks.ts'
import { plainText } from '../tagged-text.ts'

/** What a block says: its role and its text without markup, white space and quotes folded. */
export function comparable({ role, text, translate }: Block): string {
  const plain = foldQuotes(plainText(text)).normalize('NFC').replace(/\s+/gu, ' ').trim()
  return `${role} ${translate} ${plain}`
}
