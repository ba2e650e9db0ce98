import { expect, test } from 'vitest'
import { serverClock } from '../../src/storage/postgres-clock.ts'

/** A server five minutes ahead of this machine, and how often it was asked. */
function machines(): {
  wall: number
  steady: number
  asked: number
  readonly now: () => Promise<Date>
} {
  const state = { wall: Date.parse('2026-11-23T08:00:00Z'), steady: 1000, asked: 0 }
  const askServer = (): Promise<number> => {
    state.asked++
    // 40 ms there and back.
    const server = state.wall + 300_000 + 20
    state.wall += 40
    state.steady += 40
    return Promise.resolve(server)
  }
  const now = serverClock(
    askServer,
    () => state.wall,
    () => state.steady,
  )
  return Object.assign(state, { now })
}

test('the time is the server’s, asked for once a minute', async () => {
  const at = machines()
  expect((await at.now()).toISOString()).toBe('2026-11-23T08:05:00.040Z')
  at.wall += 30_000
  at.steady += 30_000
  expect((await at.now()).toISOString()).toBe('2026-11-23T08:05:30.040Z')
  expect(at.asked).toBe(1)
  at.wall += 31_000
  at.steady += 31_000
  await at.now()
  expect(at.asked).toBe(2)
})

test('a machine that slept or whose clock was set asks again', async () => {
  const at = machines()
  await at.now()
  at.wall += 3_600_000
  expect((await at.now()).toISOString()).toBe('2026-11-23T09:05:00.080Z')
  expect(at.asked).toBe(2)
})

test('many who ask at once ask the server once', async () => {
  const at = machines()
  const times = await Promise.all([at.now(), at.now(), at.now()])
  expect(new Set(times.map((time) => time.getTime())).size).toBe(1)
  expect(at.asked).toBe(1)
})

test('a server that does not answer is asked again the next time', async () => {
  let asked = 0
  const now = serverClock(() => {
    asked++
    return asked === 1 ? Promise.reject(new Error('refused')) : Promise.resolve(5)
  })
  await expect(now()).rejects.toThrow('refused')
  expect((await now()).getUTCFullYear()).toBe(1970)
})
