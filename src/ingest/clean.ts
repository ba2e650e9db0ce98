/** C0 and C1 controls except white space, the byte order mark, and two noncharacters. */
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/g

/** The text without control characters and lone surrogates, in NFC. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(invisible, '').normalize('NFC')
}

/** One line: runs of white space become one space; no-break spaces stay, French needs them. */
export function foldSpace(text: string): string {
  return text.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim()
}
