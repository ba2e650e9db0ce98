import { expect, test } from 'vitest'
import { systemClock } from '../src/clock.ts'

test('a wait longer than a timer can hold does not end at once', async () => {
  const stop = new AbortController()
  let isOver = false
  const wait = systemClock.sleep(2 ** 31, stop.signal).finally(() => {
    isOver = true
  })
  await systemClock.sleep(30)
  expect(isOver).toBe(false)
  stop.abort()
  await expect(wait).rejects.toMatchObject({ name: 'AbortError' })
})

test('a wait of less than nothing is none, and time never runs backwards', async () => {
  const before = systemClock.monotonicMs()
  await systemClock.sleep(-5)
  const after = systemClock.monotonicMs()
  expect(after).toBeGreaterThanOrEqual(before)
  expect(after - before).toBeLessThan(500)
})
