import { BabelwireError } from '../errors.ts'
import type { Finding, Severity } from '../model.ts'
import { isKept, parseTagged, type Token } from '../tagged-text.ts'
import type { CheckInput } from './check.ts'

/** The translation has the tags of its source, each as often, kept ones with their content. */
export function checkTags({ segment, text }: CheckInput): readonly Finding[] {
  if (!segment.source.includes('<') && !/[<>&]/.test(text)) return []
  const source = shapeOf(parseTagged(segment.source))
  let translation: Shape
  try {
    translation = shapeOf(parseTagged(text))
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    return [finding('error', `The markup is broken: ${error.message}.`)]
  }
  const lost = without(source.tags, translation.tags)
  const added = without(translation.tags, source.tags)
  const findings = [
    ...lost.map((name) => finding('error', `<${name}> is in the source but not in the text.`)),
    ...added.map((name) => finding('error', `<${name}> is in the text but not in the source.`)),
  ]
  if (findings.length > 0) return findings
  for (const [name, contents] of source.contents) {
    findings.push(...compareContents(name, contents, translation.contents.get(name) ?? []))
  }
  const isNestingChanged = without(source.nesting, translation.nesting).length > 0
  if (isNestingChanged) findings.push(finding('info', 'Tags are nested in another way.'))
  return findings
}

interface Shape {
  readonly tags: readonly string[]
  /** What each tag encloses, in the order the tags close. */
  readonly contents: ReadonlyMap<string, readonly string[]>
  /** `parent>child` for each tag. */
  readonly nesting: readonly string[]
}

function shapeOf(tokens: readonly Token[]): Shape {
  const tags: string[] = []
  const nesting: string[] = []
  const contents = new Map<string, string[]>()
  const open: { readonly name: string; content: string }[] = []
  for (const token of tokens) {
    if (token.kind === 'open') {
      tags.push(token.name)
      nesting.push(`${open.at(-1)?.name ?? ''}>${token.name}`)
      open.push({ name: token.name, content: '' })
    } else if (token.kind === 'text') {
      for (const tag of open) tag.content += token.text
    } else {
      const { content = '' } = open.pop() ?? {}
      const known = contents.get(token.name)
      if (known === undefined) contents.set(token.name, [content])
      else known.push(content)
    }
  }
  return { tags, contents, nesting }
}

function compareContents(
  name: string,
  source: readonly string[],
  translation: readonly string[],
): readonly Finding[] {
  if (isKept(name)) {
    return without(source, translation).map((content) =>
      finding(
        'error',
        `<${name}> must keep “${content}”; the text has “${translation.join('”, “')}”.`,
      ),
    )
  }
  const isEmptied =
    source.every((content) => content.trim() !== '') &&
    translation.some((content) => content.trim() === '')
  return isEmptied ? [finding('warning', `<${name}> encloses no words.`)] : []
}

/** What `all` has more often than `taken`. */
function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken]
  return all.filter((one) => {
    const at = rest.indexOf(one)
    if (at !== -1) rest.splice(at, 1)
    return at === -1
  })
}

function finding(severity: Severity, message: string): Finding {
  return { check: 'tags', severity, message }
}
