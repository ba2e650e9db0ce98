import type { Meter } from '../../src/engines/call.ts'
import {
  noGlossaries,
  type Engine,
  type EngineAnswer,
  type EngineRequest,
  type EngineTraits,
} from '../../src/engines/engine.ts'

export type Translate = (request: EngineRequest, signal?: AbortSignal) => Promise<EngineAnswer>

/** An engine of which only `translate` matters. */
export function fakeEngine(translate: Translate, traits: Partial<EngineTraits> = {}): Engine {
  return {
    name: 'fake',
    traits: {
      keepsSentences: true,
      terms: 'native',
      isPaid: false,
      maxTexts: 50,
      maxBytes: 1_000,
      concurrency: 4,
      ...traits,
    },
    supports: () => Promise.resolve(true),
    profile: () => 'fake',
    prepare: () => Promise.resolve(noGlossaries),
    translate,
    encodedSize: (text) => encodeURIComponent(text).length,
    close: () => Promise.resolve(),
  }
}

/** What happened to money, in order: `reserve 1`, `settle 1 5`, `release 1`. */
export interface MeterLog extends Meter {
  readonly log: readonly string[]
}

export function meterLog(): MeterLog {
  const log: string[] = []
  let count = 0
  return {
    log,
    reserve: () => {
      log.push(`reserve ${++count}`)
      return Promise.resolve(String(count))
    },
    settle: (id, billed) => {
      log.push(`settle ${id} ${billed}`)
      return Promise.resolve()
    },
    release: (id) => {
      log.push(`release ${id}`)
      return Promise.resolve()
    },
  }
}
