import { describe, expect, it } from 'vitest'
import { sharedWork } from '../../src/service/shared-work.ts'

describe('shared work', () => {
  it('is done once for all who ask while it goes on, and anew for who asks later', async () => {
    let begun = 0
    const ask = sharedWork(async () => ++begun, 10_000)
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
    expect(await ask()).toBe(2)
  })

  it('that failed is done anew', async () => {
    let begun = 0
    const ask = sharedWork(async () => {
      if (++begun === 1) throw new Error('the connection broke')
      return begun
    }, 10_000)
    await expect(ask()).rejects.toThrow('the connection broke')
    expect(await ask()).toBe(2)
  })

  it('that hangs is given up at the deadline, and begun anew after it', async () => {
    let begun = 0
    const ask = sharedWork(() => (++begun === 1 ? new Promise(() => {}) : Promise.resolve()), 30)
    await expect(Promise.all([ask(), ask()])).rejects.toThrow('too slow')
    expect(begun).toBe(1)
    await ask()
    expect(begun).toBe(2)
  })
})
