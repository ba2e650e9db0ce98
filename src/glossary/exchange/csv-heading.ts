import { BabelwireError, didYouMean, type Place } from '../../errors.ts'
import { canonicalLocale } from '../../locale.ts'
import { fixedFields, type Field } from './field.ts'

/** What a column holds; one without a name must be empty. */
export interface Column {
  readonly kind: 'term' | 'version' | 'field' | 'none'
  readonly name: Field
}

/**
 * The columns of a CSV file by its first row.
 * @throws {BabelwireError} `glossary` for one that is unknown, stands twice or is missing.
 */
export function readHeading(cells: readonly string[], place: Place): readonly Column[] {
  const seen = new Set<string>()
  const columns = cells.map((cell, index) => {
    const column = columnOf(cell, index, place)
    if (seen.has(column.name)) {
      throw new BabelwireError('glossary', `the column "${column.name}" stands twice`, {
        place,
        mend: 'Keep one of the two.',
      })
    }
    seen.add(column.name)
    return column
  })
  if (seen.has('term')) return columns
  throw new BabelwireError('glossary', 'there is no column "term"', {
    place,
    mend: 'The first row names the columns, such as: term,kind,also,es,es:forms,es:never.',
  })
}

function columnOf(cell: string, index: number, place: Place): Column {
  const name = cell.trim()
  const lower = name.toLowerCase()
  if (lower === 'term' || lower === 'version') return { kind: lower, name: lower }
  if (fixedFields.includes(lower)) return { kind: 'field', name: lower }
  if (name === '') return { kind: 'none', name: String(index + 1) }
  const [tag = '', part, ...more] = name.split(':').map((one) => one.trim())
  const isPart = part === undefined || /^(?:forms|never)$/i.test(part)
  if (!isPart || more.length > 0) {
    const near = didYouMean(part ?? '', ['forms', 'never'])
    const meant = near === undefined ? `Write ${tag}:forms or ${tag}:never.` : undefined
    throw unknownColumn(name, place, meant ?? `Did you mean "${tag}:${near}"?`)
  }
  try {
    const locale = canonicalLocale(tag)
    return { kind: 'field', name: part === undefined ? locale : `${locale}:${part.toLowerCase()}` }
  } catch {
    const near = didYouMean(name, ['term', 'version', ...fixedFields])
    if (near !== undefined) throw unknownColumn(name, place, `Did you mean "${near}"?`)
    const message = `unknown column "${name}": no field, and "${tag}" is not a language tag`
    throw new BabelwireError('glossary', message, {
      place,
      mend: `Fields: ${fixedFields.join(', ')}. Languages are tags such as es or zh-Hans.`,
    })
  }
}

function unknownColumn(name: string, place: Place, mend: string): BabelwireError {
  return new BabelwireError('glossary', `unknown column "${name}"`, { place, mend })
}
