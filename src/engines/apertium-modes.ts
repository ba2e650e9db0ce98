import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { isSameLanguage } from '../locale.ts'
import type { Locale } from '../model.ts'

/** Where Apertium's packages put their modes. */
export const defaultModesDir = '/usr/share/apertium/modes'

/** A translation direction that is installed. */
export interface ApertiumMode {
  /** Apertium's own name of it, for example `eng-spa`. */
  readonly name: string
  readonly file: string
  readonly source: Locale
  readonly target: Locale
}

/** The directions of which a mode file is installed, by name; none where Apertium is missing. */
export function installedPairs(modesDir: string = defaultModesDir): readonly ApertiumMode[] {
  return listFiles(modesDir)
    .flatMap((file) => {
      const mode = readName(modesDir, file)
      return mode === undefined ? [] : [mode]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Names are ISO 639-1 or 639-3 codes, with a region or a variant of the target after `_`:
 * `en-gl`, `eng-spa`, `spa-eng_US`, `eng-cat_valencia`. Other suffixes (`eo-en-bytecode`) are
 * other programs for the same pair and are left out.
 */
function readName(modesDir: string, file: string): ApertiumMode | undefined {
  const match = /^([a-z]{2,3})-([a-z]{2,3})(?:_([A-Z]{2}|[a-z]{5,8}))?\.mode$/.exec(file)
  const [, source, target, suffix] = match ?? []
  if (source === undefined || target === undefined) return undefined
  try {
    return {
      name: file.slice(0, -'.mode'.length),
      file: join(modesDir, file),
      source: new Intl.Locale(source).baseName,
      target: new Intl.Locale(suffix === undefined ? target : `${target}-${suffix}`).baseName,
    }
  } catch {
    return undefined
  }
}

/** The installed direction for two locales: the target's own region or variant, else its language. */
export function findMode(
  pairs: readonly ApertiumMode[],
  source: Locale,
  target: Locale,
): ApertiumMode | undefined {
  const candidates = pairs.filter(
    (pair) => isSameLanguage(pair.source, source) && isSameLanguage(pair.target, target),
  )
  return (
    candidates.find((pair) => pair.target === target) ??
    candidates.find((pair) => pair.target === new Intl.Locale(pair.target).language) ??
    candidates[0]
  )
}

/** Hash of a mode and of the size and time of each data file it names: 16 hexadecimal digits. */
export function fingerprintMode(mode: ApertiumMode): string {
  const hash = createHash('sha256')
  const pipeline = readFileSync(mode.file, 'utf8')
  hash.update(pipeline)
  for (const [, file] of pipeline.matchAll(/'([^']+)'/g)) {
    const stats = statSync(file ?? '', { throwIfNoEntry: false })
    hash.update(`\n${file} ${stats?.size} ${Math.trunc(stats?.mtimeMs ?? 0)}`)
  }
  return hash.digest('hex').slice(0, 16)
}
