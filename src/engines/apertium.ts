import type { Locale } from '../model.ts'
import { countCharacters, formatTagged, parseTagged } from '../tagged-text.ts'
import { commandOf } from './apertium-command.ts'
import {
  defaultModesDir,
  findMode,
  fingerprintMode,
  installedPairs,
  type ApertiumMode,
} from './apertium-modes.ts'
import { findStandIns } from './apertium-names.ts'
import { startPipeline, type Pipeline } from './apertium-pipeline.ts'
import { translateTokens } from './apertium-text.ts'
import { EngineError, type Engine } from './engine.ts'

export { installedPairs } from './apertium-modes.ts'

/** Raised when this code changes what Apertium is asked or what is made of its answer. */
const version = 1

/** A running mode with the stand-in names that it leaves alone. */
interface Running {
  readonly pipeline: Pipeline
  readonly standIns: readonly string[]
}

export interface ApertiumOptions {
  /** The folder of the `.mode` files. */
  readonly modesDir?: string
  /** The longest silence of a pipeline that owes an answer. */
  readonly patienceMs?: number
}

/**
 * Apertium, the engine that needs no network and no key: 3.8 or later, as Debian packages it.
 *
 * Its translation is the gist of a text. The programs of a mode are kept running until `close`.
 * A failure of theirs is an `EngineError`, temporary, and the next request starts them anew.
 */
export function apertiumEngine(options: ApertiumOptions = {}): Engine {
  const { modesDir = defaultModesDir, patienceMs } = options
  const pairs = installedPairs(modesDir)
  const running = new Map<string, Promise<Running>>()

  const modeFor = (source: Locale, target: Locale): ApertiumMode => {
    const mode = findMode(pairs, source, target)
    if (mode !== undefined) return mode
    const mend = 'Install the Apertium package of this language pair.'
    throw new EngineError('engine', `Apertium has no ${source} to ${target}`, 'permanent', { mend })
  }
  const run = async (mode: ApertiumMode): Promise<Running> => {
    const known = await running.get(mode.name)?.catch(() => undefined)
    if (known !== undefined && !known.pipeline.isBroken()) return known
    return restart(mode, known)
  }
  /** Unless another request has done so since. */
  const restart = (mode: ApertiumMode, broken: Running | undefined): Promise<Running> => {
    void broken
    const started = start(mode, patienceMs)
    running.set(mode.name, started)
    return started
  }

  return {
    name: 'apertium',
    traits: {
      keepsSentences: false,
      terms: 'lock',
      isPaid: false,
      maxTexts: 200,
      maxBytes: 1_000_000,
      concurrency: 2,
    },
    supports: () => Promise.resolve(false),
    profile: (source, target) =>
      `${modeFor(source, target).name} ${version} ${fingerprintMode(modeFor(source, target))}`,
    prepare: () => Promise.resolve(),
    async translate({ source, target, texts }, signal) {
      const { pipeline, standIns } = await run(modeFor(source, target))
      const ask = (message: string): Promise<string> => pipeline.ask(message, signal)
      const translated = await Promise.all(
        texts.map((text) => translateTokens(parseTagged(text), { ask, standIns })),
      )
      return {
        texts: translated.map((tokens) => formatTagged(tokens)),
        billed: texts.reduce((sum, text) => sum + countCharacters(text), 0),
      }
    },
    encodedSize: (text) => Buffer.byteLength(text),
    async close() {
      const all = await Promise.allSettled(running.values())
      running.clear()
      await Promise.all(
        all.map((r) => (r.status === 'fulfilled' ? r.value.pipeline.close() : undefined)),
      )
    },
  }
}

async function start(mode: ApertiumMode, patienceMs: number | undefined): Promise<Running> {
  const pipeline = startPipeline(mode.name, await commandOf(mode), patienceMs)
  return { pipeline, standIns: await findStandIns((message) => pipeline.ask(message)) }
}
