const element = /<(?:[\p{L}_][\p{L}\p{N}_.-]*:)?([\p{L}_][\p{L}\p{N}_.-]*)(?=[\s/>])/uy

/** The name of the root element of an XML text without its prefix, or nothing: `newsItem`. */
export function xmlRoot(text: string): string | undefined {
  let at = 0
  while (at !== -1) {
    at = afterSpace(text, at)
    if (text.startsWith('<?', at)) at = afterMark(text, '?>', at)
    else if (text.startsWith('<!--', at)) at = afterMark(text, '-->', at + 4)
    else if (text.startsWith('<!DOCTYPE', at)) at = afterDoctype(text, at + 9)
    else break
  }
  if (at === -1) return undefined
  element.lastIndex = at
  return element.exec(text)?.[1]
}

function afterSpace(text: string, from: number): number {
  // A byte order mark is white space too.
  const space = /\s*/y
  space.lastIndex = from
  space.exec(text)
  return space.lastIndex
}

function afterMark(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

/** Where a document type ends, past the declarations that it may have in `[ ]`; -1 when nowhere. */
function afterDoctype(text: string, from: number): number {
  const special = /["'<>[\]]/g
  let depth = 1
  special.lastIndex = from
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    const [mark] = found
    let next = special.lastIndex
    if (mark === '"' || mark === "'") next = afterMark(text, mark, next)
    else if (text.startsWith('<!--', next - 1)) next = afterMark(text, '-->', next + 3)
    else if (text.startsWith('<?', next - 1)) next = afterMark(text, '?>', next)
    else if (mark === '<' || mark === '[') depth++
    else depth--
    if (depth === 0 || next === -1) return next
    special.lastIndex = next
  }
  return -1
}
