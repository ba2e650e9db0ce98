import type { Stated } from './ninjs-fields.ts'
import type { Entity } from './reader.ts'
import { childAt, childrenOf, textOf, type XmlElement } from './xml-tree.ts'

/**
 * What a `newsItem` says beside its text. The id is the `guid`, which all versions of an item
 * share; the version is told by the text and its time.
 */
export function newsmlStated(item: XmlElement): Stated {
  const itemMeta = childAt(item, 'itemMeta')
  const meta = childAt(item, 'contentMeta')
  const by = childrenOf(meta, 'by').flatMap((one) => textOf(one) ?? [])
  const creators = childrenOf(meta, 'creator').flatMap((one) => textOf(childAt(one, 'name')) ?? [])
  return {
    id: item.attributes.get('guid'),
    language: childAt(meta, 'language')?.attributes.get('tag') ?? item.attributes.get('xml:lang'),
    published: textOf(childAt(itemMeta, 'firstCreated') ?? childAt(meta, 'contentCreated')),
    updated: textOf(childAt(itemMeta, 'versionCreated')),
    byline: by.length > 0 ? by.join(', ') : creators.length > 0 ? creators.join(', ') : undefined,
    status: codeOf(childAt(itemMeta, 'pubStatus')),
    urgency: textOf(childAt(meta, 'urgency')),
    signals: childrenOf(itemMeta, 'signal').flatMap((signal) => codeOf(signal) ?? []),
    entities: childrenOf(meta, 'subject').flatMap(entityOf),
  }
}

/** How NewsML-G2 writes a code: `qcode`, a full `uri`, or a `literal` of its own. */
function codeOf(element: XmlElement | undefined): string | undefined {
  const attributes = element?.attributes
  return attributes?.get('qcode') ?? attributes?.get('uri') ?? attributes?.get('literal')
}

/** Types of concepts (cv.iptc.org/newscodes/cpnature) that are names. */
const kinds: Readonly<Record<string, Entity['kind']>> = {
  person: 'person',
  organisation: 'organisation',
  geoArea: 'place',
  poi: 'place',
}

function entityOf(subject: XmlElement): readonly Entity[] {
  const type = subject.attributes.get('type') ?? subject.attributes.get('typeuri') ?? ''
  const kind = kinds[/[^:/]*$/.exec(type)?.[0] ?? '']
  const text = textOf(childAt(subject, 'name'))
  return kind === undefined || text === undefined ? [] : [{ text, kind }]
}
