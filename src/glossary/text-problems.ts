import { scriptOf } from '../locale.ts'
import type { YamlFile } from '../yaml-file.ts'
import { isInOtherScript, scriptName, type MixedWord } from './look-alikes.ts'
import type { GlossaryProblem, ProblemKind } from './problem.ts'
import { tidy, visibly } from './tidy.ts'
import { noteRepetitions, writtenTexts, type WrittenText } from './written-texts.ts'

const fixes = '"babelwire glossary check --fix" does it.'

/** What is wrong with how texts are written, whatever they say; every finding is a warning. */
export function textProblems(yaml: YamlFile): readonly GlossaryProblem[] {
  const texts = writtenTexts(yaml.document)
  const sources = sourcesOf(texts)
  const isRepeated = noteRepetitions()
  return texts.flatMap((written) => {
    const about = (kind: ProblemKind, message: string, mend: string): GlossaryProblem => ({
      severity: 'warning',
      kind,
      entry: written.entry,
      ...(written.locale !== undefined && isPerLanguage(written)
        ? { language: written.locale }
        : {}),
      place: yaml.placeAt(written.node.range?.[0]),
      message: `${written.entry}: ${message}`,
      mend,
    })
    const { text, kinds, left } = tidy(written)
    const seen = visibly(written.text)
    const write = `Write ${visibly(text)}; ${fixes}`
    const told = kinds.filter((kind) => kind !== 'spaces' || !isRefused(written))
    const problems = told.map((kind) => about(kind, `${seen} ${what[kind] ?? ''}`.trim(), write))
    for (const word of left) {
      problems.push(about('look-alike', mixed(word), mendMixed(word, written)))
    }
    if (isRendering(written) && left.length === 0) {
      const { locale = '' } = written
      if (isInOtherScript(text, locale, sources.get(written.entry) ?? [])) {
        const script = scriptName(scriptOf(locale))
        const message = `"${text}" in ${locale} has no letter of its script (${script})`
        problems.push(
          about('other-script', message, `Write it as ${locale} does, or add ${locale} to "keep".`),
        )
      }
    }
    if (isRepeated(written, text)) {
      const message = `"${text}" stands twice in a list of "${written.field}"`
      problems.push(about('repeated', message, `Take one out; ${fixes}`))
    }
    return problems
  })
}

const what: Partial<Record<ProblemKind, string>> = {
  'not-composed': 'is not in composed letters (NFC), so it may not be found',
  invisible: 'has characters that nobody sees',
  spaces: 'has needless spaces',
  'look-alike': 'mixes letters of two scripts that look alike',
}

function mixed({ word, wrong, wrongScript }: MixedWord): string {
  const codes = wrong.map((letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `${letter} (U+${code})`
  })
  return `"${word}" mixes scripts: ${codes.join(', ')} ${codes.length === 1 ? 'is' : 'are'} ${wrongScript}`
}

function mendMixed({ mended }: MixedWord, { field }: WrittenText): string {
  if (field !== 'never' || mended === undefined) return 'Type the word anew in one script.'
  return `Write "${mended}", unless the mixed spelling itself is to be forbidden.`
}

/** Spaces around a text are an error of the schema already, but for keys. */
function isRefused({ field, text }: WrittenText): boolean {
  return field !== 'key' && text.trim() !== text
}

function isPerLanguage({ field }: WrittenText): boolean {
  return field === 'to' || field === 'forms' || field === 'never'
}

/** A forbidden form may be in any script. */
function isRendering({ field, locale }: WrittenText): boolean {
  return locale !== undefined && (field === 'to' || field === 'forms')
}

/** What articles say for each entry. */
function sourcesOf(texts: readonly WrittenText[]): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>()
  for (const { entry, field, text } of texts) {
    if (field !== 'key' && field !== 'source' && field !== 'also') continue
    const known = sources.get(entry)
    if (known === undefined) sources.set(entry, [text])
    else known.push(text)
  }
  return sources
}
