import { BabelwireError } from '../../errors.ts'
import { canonicalLocale, isSameLanguage } from '../../locale.ts'
import type { Locale } from '../../model.ts'
import type { Problem } from '../../file-schema.ts'
import type { ExchangeFile, ExchangeRow } from './exchange-file.ts'
import { fieldsOf, keptAsSource, type Field, type FieldValue } from './field.ts'
import { notedFields, parseNote } from './tbx-note.ts'
import { readTerms, type LanguageTerms } from './tbx-terms.ts'
import { readXml, type XmlNode } from './xml.ts'

/** The namespace of TBX since ISO 30042:2019. */
const namespace = 'urn:iso:std:iso:30042:ed-2'

/**
 * The concepts of a TBX file of any program, as far as a glossary can hold them.
 * @throws {BabelwireError} `glossary` with a line for what is no TBX or has no term in `source`.
 */
export async function readTbx(
  bytes: Uint8Array,
  file: string,
  source: Locale,
): Promise<ExchangeFile> {
  const root = await readXml(bytes, file, ['term', 'termNote', 'note', 'p'])
  refuseForeign(root, file)
  const leftOut: Problem[] = []
  const concepts = descendants(root, 'conceptEntry').map((node) => readConcept(node, file, source))
  const languages = [...new Set(concepts.flatMap(({ targets }) => [...targets.keys()]))]
  const rows: ExchangeRow[] = []
  const seen = new Map<string, number>()
  for (const concept of concepts) {
    leftOut.push(...concept.leftOut)
    const row = rowOf(concept, languages)
    if (row === undefined) {
      const message = `a concept without a term in ${source}`
      leftOut.push({ place: concept.place, message })
      continue
    }
    const name = row.key ?? row.spelling
    const other = seen.get(name)
    if (other === undefined) rows.push(row)
    else {
      const message = `a second concept "${name}", the first is in line ${other}`
      const mend = 'Add an entry of its own by hand, with only-if or unless.'
      leftOut.push({ place: concept.place, message, mend })
    }
    seen.set(name, other ?? concept.place.line)
  }
  if (rows.length === 0) {
    throw new BabelwireError('glossary', `the file has no term in ${source}, the source language`, {
      place: { file, line: root.line },
      mend: 'Export it with that language, or look at "source:" of the glossary.',
    })
  }
  const remarks = descendants(root, 'p').map(({ text }) => text)
  const version = /Babelwire glossary, version ([0-9a-f]{8,64})/.exec(remarks.join('\n'))?.[1]
  return { rows, ...(version === undefined ? {} : { version }), leftOut }
}

function refuseForeign(root: XmlNode, file: string): void {
  const refuse = (message: string, mend: string): BabelwireError =>
    new BabelwireError('glossary', message, { place: { file, line: root.line }, mend })
  if (root.name === 'martif') {
    throw refuse('this is TBX of 2008', 'Export it as TBX-Basic of 2019, or convert it.')
  }
  if (root.name !== 'tbx' || root.namespace !== namespace) {
    throw refuse(
      `the root is <${root.name}>, not <tbx xmlns="${namespace}">`,
      'Export it as TBX-Basic.',
    )
  }
  const style = root.attributes.get('style') ?? 'dca'
  if (style !== 'dca') {
    throw refuse(`this is TBX in ${style.toUpperCase()} style`, 'Export it in DCA style.')
  }
}

interface Concept {
  readonly place: { readonly file: string; readonly line: number }
  readonly notes: ReadonlyMap<Field, FieldValue>
  /** What people and other programs noted. */
  readonly free: readonly string[]
  readonly source: LanguageTerms | undefined
  readonly targets: ReadonlyMap<Locale, LanguageTerms>
  readonly leftOut: readonly Problem[]
}

function readConcept(node: XmlNode, file: string, source: Locale): Concept {
  const place = { file, line: node.line }
  const notes = new Map<Field, FieldValue>()
  const free: string[] = []
  for (const { name, text } of node.children) {
    if (name !== 'note') continue
    const noted = parseNote(text)
    if (noted !== undefined) notes.set(noted.field, noted.value)
    else if (text !== '') free.push(text)
  }
  const leftOut: Problem[] = []
  const sections = new Map<Locale, XmlNode[]>()
  for (const section of node.children.filter(({ name }) => name === 'langSec')) {
    const tag = section.attributes.get('xml:lang') ?? ''
    try {
      const locale = canonicalLocale(tag)
      sections.set(locale, [...(sections.get(locale) ?? []), section])
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      leftOut.push({ place: { file, line: section.line }, message: error.message })
    }
  }
  // Other programs write en-US where the glossary has en.
  const sources = sections.has(source)
    ? [source]
    : [...sections.keys()].filter((locale) => isSameLanguage(locale, source))
  const heads = readTerms(sources.flatMap((locale) => sections.get(locale) ?? []))
  const targets = new Map<Locale, LanguageTerms>()
  for (const [locale, nodes] of sections) {
    if (sources.includes(locale)) continue
    const terms = readTerms(nodes)
    if (terms.head !== undefined) targets.set(locale, terms)
    else if (terms.deprecated.length > 0) {
      const message = `${heads.head ?? ''}: only forbidden terms in ${locale}, and no rendering`
      leftOut.push({ place: { file, line: nodes[0]?.line ?? place.line }, message })
    }
  }
  return {
    place,
    notes,
    free,
    source: heads.head === undefined ? undefined : heads,
    targets,
    leftOut,
  }
}

function rowOf(
  { place, notes, free, source, targets }: Concept,
  languages: readonly Locale[],
): ExchangeRow | undefined {
  if (source?.head === undefined) return undefined
  const values = new Map<Field, FieldValue>()
  const key = notes.get('key')
  const also = [...source.admitted, ...source.deprecated]
  values.set('also', also.length === 0 ? undefined : also)
  if (typeof key === 'string') {
    values.set('source', source.head === key ? undefined : source.head)
    for (const field of notedFields) values.set(field, notes.get(field))
    values.set('note', notes.get('note') ?? listedNotes(free))
  } else if (free.length > 0) values.set('note', listedNotes(free))
  for (const locale of languages) {
    const terms = targets.get(locale)
    const list = (items: readonly string[]): FieldValue => (items.length === 0 ? undefined : items)
    const [to = '', forms = '', never = ''] = fieldsOf(locale)
    values.set(to, renderingOf(terms))
    values.set(forms, list(terms?.admitted ?? []))
    values.set(never, list(terms?.deprecated ?? []))
  }
  return { place, ...(typeof key === 'string' ? { key } : {}), spelling: source.head, values }
}

function renderingOf(terms: LanguageTerms | undefined): FieldValue {
  if (terms?.keep === 'implied') return undefined
  return terms?.keep === 'yes' ? keptAsSource : terms?.head
}

function listedNotes(free: readonly string[]): string | undefined {
  return free.length === 0 ? undefined : free.join('; ')
}

function descendants(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) =>
    child.name === name ? [child] : descendants(child, name),
  )
}
