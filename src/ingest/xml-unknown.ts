import { BabelwireError } from '../errors.ts'
import type { Reader, Source } from './reader.ts'
import { parseXml } from './xml.ts'
import { xmlRoot } from './xml-root.ts'

/** Refuses XML that no other reader knows: read as plain text, its markup would be translated and paid for. */
export const unknownXmlReader: Reader = {
  name: 'xml',
  recognises: ({ name, path, text }: Source) =>
    xmlRoot(text) !== undefined &&
    (/\.xml$/i.test(path ?? name) || /^\ufeff?\s*<\?xml\s/.test(text)),
  read: (source: Source) => {
    const { name, line } = parseXml(source)
    throw new BabelwireError('input', `XML of a format that is not known: its root is <${name}>`, {
      place: { file: source.name, line },
      mend: 'Give NITF, NewsML-G2, a feed or XHTML.',
    })
  },
}
