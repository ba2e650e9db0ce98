import { BabelwireError } from '../errors.ts'
import { plainText } from '../tagged-text.ts'
import { looksLikeJson, parseJson } from './json-place.ts'
import { htmlBody, textBody, withStated, type Body } from './ninjs-body.ts'
import { oneLine, statedReading } from './ninjs-fields.ts'
import { fieldsOf, listOf, textField, type Fields } from './ninjs-json.ts'
import type { Entity, Reader, Reading, Source } from './reader.ts'

/** Reads one news item in IPTC's ninjs 1.x, 2.x (lower-case names) or 3.x (camelCase names). */
export const ninjsReader: Reader = {
  name: 'ninjs',
  recognises: ({ text }: Source) => text.trimStart().startsWith('{') && isNinjs(text),
  read: (source: Source) => readNinjs(parseJson(source), source),
}

const names =
  /"(?:versioncreated|pubstatus|bodies|headlines|body_(?:text|xhtml)|headline|representationtype)"\s*:/i

/** Whether a text, be it broken, is JSON with the names of ninjs; a `uri` is all that ninjs demands. */
export function isNinjs(text: string): boolean {
  return (
    looksLikeJson(text) &&
    (/ninjs-schema_|"ninjs"/.test(text) || (/"uri"\s*:/.test(text) && names.test(text)))
  )
}

/**
 * The article of a ninjs object.
 * @throws {BabelwireError} `input` when it is not an object or not a text.
 */
export function readNinjs(value: unknown, source: Source): Reading {
  const item = fieldsOf(value)
  if (item === undefined) throw refused(source.name, 'the ninjs is not an object', mendObject)
  const type = textField(item, 'type') ?? 'text'
  if (type !== 'text') {
    throw refused(source.name, `this ninjs is a ${type}, not a text`, mendType(type))
  }
  const body = withStated(headlineOf(item), summaryOf(item), bodyOf(item))
  const stated = statedReading({
    id: textField(item, 'uri'),
    language: textField(item, 'language'),
    published: textField(item, 'firstcreated') ?? textField(item, 'contentcreated'),
    updated: textField(item, 'versioncreated'),
    byline: textField(item, 'by') ?? textField(item, 'byline'),
    status: textField(item, 'pubstatus'),
    urgency: String(item.get('urgency') ?? ''),
    signals: [...signalsOf(item, 'signals'), ...signalsOf(item, 'signal')],
    entities: entityFields.flatMap(([field, kind]) => entitiesOf(item, field, kind)),
  })
  const note = oneLine(textField(item, 'ednote'))
  const notes = note === undefined ? [] : [{ text: note, reason: 'note to editors' }]
  const url = source.url
  return {
    ...(url === undefined ? {} : { url }),
    ...stated,
    blocks: body.blocks,
    leftOut: [...notes, ...body.leftOut],
  }
}

const mendObject = 'Give one news item: { "uri": …, "headlines": …, "bodies": … }.'

function mendType(type: string): string {
  return type === 'composite'
    ? 'A composite is a package of other items: give the text items themselves.'
    : 'Give the item of the text that belongs to it.'
}

function refused(file: string, what: string, mend: string): BabelwireError {
  return new BabelwireError('input', what, { place: { file }, mend })
}

/** A text with its role and content type, as ninjs 2 and 3 list them. */
interface Variant {
  readonly role: string
  readonly value: string
  readonly isHtml: boolean
}

function variantsOf(item: Fields, list: string, oldName: string): readonly Variant[] {
  const listed = listOf(item, list).map((entry): Variant => {
    const value = textField(entry, 'value') ?? ''
    const type = textField(entry, 'contenttype')
    const isHtml = type === undefined ? /^\s*</.test(value) : /html|xml/i.test(type)
    return { role: (textField(entry, 'role') ?? '').toLowerCase(), value, isHtml }
  })
  const old = ['xhtml', 'html', 'text', ''].flatMap((suffix): readonly Variant[] => {
    const value = textField(item, suffix === '' ? oldName : `${oldName}_${suffix}`)
    return value === undefined ? [] : [{ role: '', value, isHtml: suffix.endsWith('html') }]
  })
  return [...listed, ...old].filter(({ value }) => value.trim() !== '')
}

/** The first variant of the first role that there is; `*` is any role. */
function choose(variants: readonly Variant[], roles: readonly string[]): Variant | undefined {
  for (const role of roles) {
    const found = variants.find((variant) => role === '*' || variant.role === role)
    if (found !== undefined) return found
  }
  return undefined
}

function headlineOf(item: Fields): string | undefined {
  const variant = choose(variantsOf(item, 'headlines', 'headline'), ['main', 'headline', '', '*'])
  if (variant === undefined) return undefined
  if (!variant.isHtml) return oneLine(variant.value)
  const { blocks } = htmlBody(variant.value)
  return oneLine(blocks.map(({ text }) => plainText(text)).join(' '))
}

const noText: Body = { blocks: [], leftOut: [] }

function summaryOf(item: Fields): Body {
  const roles = ['summary', 'abstract', 'main', 'standfirst', '']
  const variant = choose(variantsOf(item, 'descriptions', 'description'), roles)
  if (variant === undefined) return noText
  return variant.isHtml ? htmlBody(variant.value) : textBody(variant.value)
}

/** The body with markup, when there are several: the plain one has lost its headings and links. */
function bodyOf(item: Fields): Body {
  const variants = variantsOf(item, 'bodies', 'body')
  const roles = ['main', 'xhtml', 'html', 'text', '', '*']
  const marked = choose(
    variants.filter(({ isHtml }) => isHtml),
    roles,
  )
  if (marked !== undefined) return htmlBody(marked.value)
  const plain = choose(variants, roles)
  return plain === undefined ? noText : textBody(plain.value)
}

const entityFields: readonly (readonly [string, Entity['kind']])[] = [
  ['people', 'person'],
  ['person', 'person'],
  ['places', 'place'],
  ['place', 'place'],
  ['organisations', 'organisation'],
  ['organisation', 'organisation'],
]

function entitiesOf(item: Fields, field: string, kind: Entity['kind']): readonly Entity[] {
  return listOf(item, field).flatMap((entry) => {
    const text = textField(entry, 'name')
    return text === undefined ? [] : [{ text, kind }]
  })
}

/** ninjs has no field for signals; agencies add one, of codes or of objects with a code. */
function signalsOf(item: Fields, field: string): readonly string[] {
  const value = item.get(field)
  const written = (Array.isArray(value) ? value : [value]) as readonly unknown[]
  return written.flatMap((signal) => {
    if (typeof signal === 'string') return [signal]
    const fields = fieldsOf(signal)
    if (fields === undefined) return []
    return ['qcode', 'uri', 'literal', 'name'].flatMap((name) => textField(fields, name) ?? [])
  })
}
