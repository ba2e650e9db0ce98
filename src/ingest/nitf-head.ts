import type { Stated } from './ninjs-fields.ts'
import { nameOf } from './nitf-html.ts'
import type { Entity } from './reader.ts'
import { childAt, childrenOf, descendants, textOf, type XmlElement } from './xml-tree.ts'

const kinds: Readonly<Record<string, Entity['kind']>> = {
  person: 'person',
  location: 'place',
  org: 'organisation',
}

/**
 * What an `nitf` element says beside its text. The id is `doc-id`, which lasts; a `du-key` may be
 * given to another story after a day, and serves only where there is no other.
 */
export function nitfStated(nitf: XmlElement): Stated {
  const docdata = childAt(nitf, 'head', 'docdata')
  const body = childAt(nitf, 'body')
  const docId = childAt(docdata, 'doc-id')?.attributes
  const revisions = childrenOf(childAt(nitf, 'head'), 'revision-history')
  const bylines = childrenOf(childAt(body, 'body.head'), 'byline')
  const lang = [nitf, body].flatMap((one) => one?.attributes.get('xml:lang') ?? [])[0]
  return {
    id: docId?.get('id-string') ?? childAt(docdata, 'du-key')?.attributes.get('key'),
    language: lang,
    published: childAt(docdata, 'date.issue')?.attributes.get('norm'),
    updated: latest(revisions.flatMap(({ attributes }) => attributes.get('norm') ?? [])),
    byline: bylines.flatMap((byline) => textOf(byline) ?? []).join(', '),
    status: docdata?.attributes.get('management-status'),
    urgency: childAt(docdata, 'urgency')?.attributes.get('ed-urg'),
    signals: childrenOf(docdata, 'correction').length > 0 ? ['correction'] : [],
    entities: nitfEntities(nitf),
  }
}

/** The names that an `nitf` element marks, in its head, byline and text. */
export function nitfEntities(nitf: XmlElement): readonly Entity[] {
  return [...descendants(nitf)].flatMap((element): readonly Entity[] => {
    const kind = kinds[element.name]
    if (kind === undefined) return []
    const text = nameOf(element) ?? element.attributes.get('value')
    return text === undefined ? [] : [{ text, kind }]
  })
}

/** Dates in the basic form of ISO 8601 sort as text; the last is the newest. */
function latest(dates: readonly string[]): string | undefined {
  return dates.toSorted().at(-1)
}
