import { describe, expect, it } from 'vitest'
import { dueSlot, jitterOf } from '../../src/jobs/due-slot.ts'

const slot = (schedule: Parameters<typeof dueSlot>[0], now: string): string =>
  new Date(dueSlot(schedule, new Date(now))).toISOString()

describe('the slot that has come', () => {
  it('of every five minutes is the last multiple of five minutes, on all machines', () => {
    const every = { everyMs: 300_000 }
    expect(slot(every, '2026-11-23T08:04:59.999Z')).toBe('2026-11-23T08:00:00.000Z')
    expect(slot(every, '2026-11-23T08:05:00.000Z')).toBe('2026-11-23T08:05:00.000Z')
  })

  it('of cron fields is the last time they name, in their time zone', () => {
    const kyiv = { cron: '0 6 * * 1-5', timeZone: 'Europe/Kyiv' }
    expect(slot(kyiv, '2026-11-23T03:59:00Z')).toBe('2026-11-20T04:00:00.000Z')
    expect(slot(kyiv, '2026-11-23T04:00:00Z')).toBe('2026-11-23T04:00:00.000Z')
  })

  it('after a long sleep is one, the last', () => {
    expect(slot({ everyMs: 60_000 }, '2026-11-23T08:00:30Z')).toBe('2026-11-23T08:00:00.000Z')
    expect(slot({ everyMs: 60_000 }, '2026-11-26T19:17:30Z')).toBe('2026-11-26T19:17:00.000Z')
  })

  it('comes once where a clock goes forward over it or back over it', () => {
    const berlin = { cron: '30 2 * * *', timeZone: 'Europe/Berlin' }
    // 02:30 does not exist on 29 March 2026: it comes when the hour is skipped.
    expect(slot(berlin, '2026-03-29T05:00:00Z')).toBe('2026-03-29T01:00:00.000Z')
    // 02:30 comes twice on 25 October 2026 and counts once.
    expect(slot(berlin, '2026-10-25T00:31:00Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(slot(berlin, '2026-10-25T01:31:00Z')).toBe('2026-10-25T00:30:00.000Z')
  })
})

describe('the time a source is put off', () => {
  it('is the same each time, differs between sources, and is a small part of the time between slots', () => {
    const sources = Array.from({ length: 50 }, (_, n) => `https://news.example/feed/${n}`)
    const minutes = sources.map((source) => jitterOf({ everyMs: 60_000 }, source))
    expect(minutes).toEqual(sources.map((source) => jitterOf({ everyMs: 60_000 }, source)))
    expect(Math.max(...minutes)).toBeLessThan(6_000)
    expect(new Set(minutes).size).toBeGreaterThan(45)
    const days = sources.map((source) => jitterOf({ everyMs: 86_400_000 }, source))
    expect(Math.max(...days)).toBeLessThan(30_000)
  })
})
