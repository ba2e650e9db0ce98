import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { articleIdPattern, bundleFile, readIfThere, readManifest } from '../bundle/index.ts'
import type { Manifest } from '../bundle/index.ts'
import type { PublishedSentence } from '../glossary/index.ts'
import { isSameLanguage } from '../locale.ts'
import type { Block, Locale } from '../model.ts'
import { segmentBlock } from '../segment/index.ts'
import { plainText } from '../tagged-text.ts'

/**
 * The plain sentences of the source bundles of all published articles in one language. What cannot
 * be read is left out: `babelwire check` reports it.
 */
export function publishedSentences(output: string, source: Locale): readonly PublishedSentence[] {
  const folder = path.join(output, 'articles')
  const files = existsSync(folder) ? readdirSync(folder).sort() : []
  return files.flatMap((file) => {
    const id = path.basename(file, '.json')
    if (!file.endsWith('.json') || !articleIdPattern.test(id)) return []
    try {
      const manifest = readManifest(output, id)
      const isRead = manifest !== undefined && isSameLanguage(manifest.source, source)
      return isRead ? sentencesOf(output, manifest) : []
    } catch {
      return []
    }
  })
}

function sentencesOf(output: string, manifest: Manifest): readonly PublishedSentence[] {
  const content = readIfThere(bundleFile(output, manifest.source, manifest.id)) ?? '{}'
  const messages = JSON.parse(content) as Readonly<Record<string, unknown>>
  return Object.entries(messages).flatMap(([key, text]) => {
    if (typeof text !== 'string' || manifest.untranslated.includes(key)) return []
    const role = manifest.roles[key] ?? 'paragraph'
    const block: Block = { key, role, text, tags: {}, translate: true }
    return segmentBlock(block, manifest.source).map((segment) => ({
      article: manifest.id,
      text: plainText(segment.source),
    }))
  })
}
