import { cmsJsonReader } from './cms-json.ts'
import type { CmsMapping } from './cms-json-mapping.ts'
import { unknownJsonReader } from './cms-json-unknown.ts'
import { htmlReader } from './html.ts'
import { markdownReader } from './markdown.ts'
import { newsmlCollection, newsmlReader } from './newsml-g2.ts'
import { ninjsCollection } from './ninjs-collection.ts'
import { ninjsReader } from './ninjs.ts'
import { nitfReader } from './nitf.ts'
import type { CollectionReader, Reader, Source } from './reader.ts'
import { textReader } from './text.ts'
import { unknownXmlReader } from './xml-unknown.ts'

/** All readers, in the order they are asked; the text reader takes what is left. */
export const readers: readonly Reader[] = [
  ninjsReader,
  nitfReader,
  newsmlReader,
  markdownReader,
  htmlReader,
  unknownXmlReader,
  unknownJsonReader,
  textReader,
]

/** Formats of several articles; they are asked first, feeds before them. */
export const collections: readonly CollectionReader[] = [ninjsCollection, newsmlCollection]

/** The names a person may give as a format. */
export const formatNames: readonly string[] = [
  ...readers.filter(({ name }) => !name.startsWith('unknown')).map(({ name }) => name),
  'feed',
  'cms-json',
]

/** The readers of a newsroom whose CMS writes JSON of its own; that comes after the known kinds of JSON. */
export function readersWith(mapping: CmsMapping | undefined): {
  readonly readers: readonly Reader[]
  readonly collections: readonly CollectionReader[]
} {
  if (mapping === undefined) return { readers, collections }
  const cms = cmsJsonReader(mapping, markdownReader)
  const place = readers.indexOf(markdownReader)
  return {
    readers: readers.toSpliced(place, 0, cms),
    collections:
      mapping.items === undefined
        ? collections
        : [
            ...collections,
            { ...cms, recognises: (source) => !isKnownJson(source) && cms.recognises(source) },
          ],
  }
}

/** A single ninjs item among the files of a CMS. */
function isKnownJson(source: Source): boolean {
  return ninjsReader.recognises(source)
}
