import path from 'node:path'
import type { Config } from './config.ts'
import { BabelwireError } from './errors.ts'
import { openGlossaryHistory, type GlossaryHistory } from './glossary-history.ts'
import {
  compileMatcher,
  emptyGlossary,
  glossaryHash,
  packGlossary,
  parseGlossary,
  unpackGlossary,
  type Glossary,
} from './glossary/index.ts'
import { readGlossaryFile } from './glossary-file.ts'
import { shortHash } from './hash.ts'
import { isSameLanguage } from './locale.ts'
import type { GlossaryUse } from './pipeline/services.ts'
import type { Database } from './storage/index.ts'

/** The glossary a run works with. */
export interface ChosenGlossary {
  readonly content: Glossary
  /** Why the file is not the one in force, which `content` is then. */
  readonly refused?: { readonly error: BabelwireError; readonly since: string }
  /** Whether published articles may still have to be held to it. */
  readonly isUnsettled: boolean
  /** Makes it the one in force, when a run has worked with it; `hasReachedAll` published articles. */
  readonly keep: (hasReachedAll: boolean) => Promise<void>
  /** Versions that were in force before, newest first. */
  readonly earlier: () => Promise<readonly Glossary[]>
}

async function earlierThan(hash: string, history: GlossaryHistory): Promise<readonly Glossary[]> {
  return (await history.recent(earlierVersions + 1))
    .filter((version) => version.hash !== hash)
    .slice(0, earlierVersions)
    .flatMap(({ compiled }) => unpackGlossary(compiled) ?? [])
}

/** The versions of the glossary that this store knows. */
export function historyOf(config: Config, database: Database, now: () => Date): GlossaryHistory {
  const file = config.glossary ?? ''
  return openGlossaryHistory(database, path.relative(path.dirname(config.store), file), now)
}

/** How far back an answer is looked for that only needs another name put in. */
const earlierVersions = 3

/**
 * The file when it is valid, else the glossary that was in force before.
 * @throws {BabelwireError} `glossary` when the file is refused and there was none before.
 */
export async function chooseGlossary(
  config: Config,
  history: GlossaryHistory,
): Promise<ChosenGlossary> {
  if (config.glossary === undefined) {
    const none = emptyGlossary(config.source)
    return { content: none, isUnsettled: false, keep: async () => {}, earlier: async () => [] }
  }
  const [inForce] = await history.recent(1)
  try {
    const text = readGlossaryFile(config.glossary)
    const hash = shortHash(text)
    const version = inForce?.hash === hash ? inForce : await history.find(hash)
    const known = unpackGlossary(version?.compiled ?? '')
    const content = known ?? parseGlossary(text, config.glossary)
    const isInForce = inForce?.hash === hash && known !== undefined
    const isUnsettled = inForce !== undefined && !(isInForce && inForce.isSettled)
    const keep = async (hasReachedAll: boolean): Promise<void> => {
      const isSettled = hasReachedAll || (isInForce && inForce.isSettled)
      if (isInForce && inForce.isSettled === isSettled) return
      await history.keep({ hash, text, compiled: packGlossary(content), isSettled })
    }
    return { content, isUnsettled, keep, earlier: () => earlierThan(hash, history) }
  } catch (error) {
    if (!(error instanceof BabelwireError) || inForce === undefined) throw error
    const content = unpackGlossary(inForce.compiled)
    if (content === undefined) throw error
    return {
      content,
      refused: { error, since: inForce.at },
      isUnsettled: !inForce.isSettled,
      keep: async () => {},
      earlier: () => earlierThan(inForce.hash, history),
    }
  }
}

/**
 * The glossary in force, whatever the file of this machine says; that file where there is none yet.
 * @throws {BabelwireError} `glossary` when there is none and the file is refused.
 */
export async function storedGlossary(
  config: Config,
  history: GlossaryHistory,
): Promise<ChosenGlossary> {
  const [inForce] = await history.recent(1)
  const content = unpackGlossary(inForce?.compiled ?? '')
  if (inForce === undefined || content === undefined) return chooseGlossary(config, history)
  return {
    content,
    isUnsettled: !inForce.isSettled,
    keep: async () => {},
    earlier: () => earlierThan(inForce.hash, history),
  }
}

/** What is wrong when a glossary is for another language than the articles: none of its names is held. */
export function foreignGlossary({ source }: Glossary, config: Config): string | undefined {
  if (config.glossary === undefined || isSameLanguage(source, config.source)) return undefined
  return `the glossary is for articles in ${source}, babelwire.yaml says ${config.source}: no name is held. Write "source: ${config.source}" in the glossary.`
}

/** A glossary compiled for the pipeline. */
export function useGlossary(content: Glossary): GlossaryUse {
  let find: ReturnType<typeof compileMatcher> | undefined
  return {
    matcherFor: (source) =>
      isSameLanguage(source, content.source) ? (find ??= compileMatcher(content)) : () => [],
    hash: glossaryHash(content),
  }
}

/**
 * The glossary file of a configuration, compiled; for commands that work on the file as it is.
 * @throws {BabelwireError} `glossary` when the file is missing or not valid.
 */
export function openGlossary(config: Config): GlossaryUse {
  return useGlossary(readGlossary(config))
}

/** The glossary file of a configuration; a command without one works without names. */
export function readGlossary(config: Config): Glossary {
  if (config.glossary === undefined) return emptyGlossary(config.source)
  return parseGlossary(readGlossaryFile(config.glossary), config.glossary)
}
