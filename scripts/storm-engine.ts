import { fewerTexts, moreTexts, nullText, numberText } from '../test/support/deepl-changes.ts'
import type { DeeplFault } from '../test/support/deepl-faults.ts'
import {
  startDeeplServer,
  type DeeplServer,
  type DeeplServerRequest,
} from '../test/support/deepl-server.ts'

/** A paid engine that misbehaves until it is told to be calm. */
export interface StormEngine {
  readonly server: DeeplServer
  /** How often each trouble was made. */
  readonly troubles: ReadonlyMap<string, number>
  /** Characters billed for answers that were of no use. */
  readonly spoiled: () => number
  /** Characters of the largest request. */
  readonly largest: () => number
  /** No more trouble from now on. */
  calm(): void
}

type Trouble = readonly [name: string, share: number, fault: DeeplFault]

/** What part of the requests meets which trouble: about a third meets one. */
const troublesOf: readonly Trouble[] = [
  ['429, no Retry-After', 0.03, { kind: 'status', status: 429 }],
  ['429, blank', 0.02, { kind: 'status', status: 429, headers: { 'Retry-After': ' ' } }],
  ['429, one second', 0.01, { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }],
  ['503', 0.05, { kind: 'status', status: 503 }],
  ['connection cut', 0.02, { kind: 'reset' }],
  ['half an answer', 0.02, { kind: 'half-body' }],
  ['slow', 0.06, { kind: 'slow', ms: 600 }],
  ['a page in place of JSON', 0.03, { kind: 'body', body: '<html>Bad gateway</html>' }],
  ['a text too few', 0.03, { kind: 'texts', change: fewerTexts }],
  ['a text too many', 0.02, { kind: 'texts', change: moreTexts }],
  ['null in place of a text', 0.02, { kind: 'texts', change: nullText }],
  ['a number in place of a text', 0.02, { kind: 'texts', change: numberText }],
]

/** Starts the engine; the same seed makes the same trouble for the same requests in the same order. */
export async function startStormEngine(seed: number, latencyMs: number): Promise<StormEngine> {
  const random = randomOf(seed)
  const troubles = new Map<string, number>()
  let spoiled = 0
  let largest = 0
  let isCalm = false
  const respond = (request: DeeplServerRequest): 'ok' | DeeplFault => {
    if (request.route !== 'translate') return 'ok'
    const characters = charactersOf(request)
    largest = Math.max(largest, characters)
    let place = isCalm ? 1 : random()
    for (const [name, share, fault] of troublesOf) {
      place -= share
      if (place >= 0) continue
      troubles.set(name, (troubles.get(name) ?? 0) + 1)
      if (fault.kind === 'texts') spoiled += characters
      return fault
    }
    return 'ok'
  }
  const server = await startDeeplServer({
    key: 'canary-storm-4d1f-do-not-print:fx',
    latencyMs,
    records: false,
    respond,
  })
  return {
    server,
    troubles,
    spoiled: () => spoiled,
    largest: () => largest,
    calm: () => {
      isCalm = true
    },
  }
}

/** Code points of the texts, tags not counted. */
function charactersOf({ form }: DeeplServerRequest): number {
  const texts = form.getAll('text').map((text) => text.replace(/<[^>]*>/g, ''))
  return texts.reduce((sum, text) => sum + [...text].length, 0)
}

/** Mulberry32, by Tommy Ettinger: numbers from 0 to 1. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
