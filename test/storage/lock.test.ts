import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from '../../src/storage/index.ts'
import { startScript, temporaryFolder } from './processes.ts'

const since = new Date('2026-11-23T08:00:00Z')

const holder = `
  import { takeLock } from 'SRC/storage/index.ts'
  takeLock(process.argv[1], new Date('2026-11-23T07:30:00Z'))
  console.log('holds it')
  setInterval(() => undefined, 1000)`

const taker = `
  import { takeLock } from 'SRC/storage/index.ts'
  try {
    takeLock(process.argv[1], new Date())
    console.log('took it')
  } catch (error) {
    console.log(error.code + ': ' + error.message)
  }`

test('a second process is told who holds the store', async () => {
  const store = path.join(temporaryFolder(), '.babelwire', 'store.db')
  const unlock = takeLock(store, since)
  const expected = `locked: another run holds the store: process ${process.pid} on ${os.hostname()}, since 2026-11-23T08:00:00.000Z`
  expect(await startScript(taker, store).firstLine).toBe(expected)
  unlock()
  expect(await startScript(taker, store).firstLine).toBe('took it')
})

test('a holder that is killed with -9 holds nothing any more', async () => {
  const store = path.join(temporaryFolder(), 'store.db')
  const { child, firstLine, ended } = startScript(holder, store)
  await firstLine
  expect(() => takeLock(store, since)).toThrow(
    expect.objectContaining({
      code: 'locked',
      message: expect.stringContaining(`process ${child.pid} on`) as string,
      mend: 'Wait until it is done, or name another store with --store FILE.',
    }),
  )
  child.kill('SIGKILL')
  await ended
  const started = performance.now()
  const unlock = takeLock(store, since)
  expect(performance.now() - started).toBeLessThan(500)
  unlock()
})

test('the same process cannot take it twice', () => {
  const store = path.join(temporaryFolder(), 'store.db')
  const unlock = takeLock(store, since)
  expect(() => takeLock(store, since)).toThrow(`process ${process.pid} on`)
  // The refused attempt did not let go of the first lock.
  expect(() => takeLock(store, since)).toThrow('another run holds the store')
  unlock()
  takeLock(store, since)()
})

test('two stores in one folder are two locks', () => {
  const folder = temporaryFolder()
  const unlock = takeLock(path.join(folder, 'sports.db'), since)
  takeLock(path.join(folder, 'politics.db'), since)()
  unlock()
})

test('a folder that cannot be written is trouble with the store, not a bug', () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'file'), '')
  expect(() => takeLock(path.join(folder, 'file', 'store.db'), since)).toThrow(
    expect.objectContaining({ code: 'storage' }),
  )
  mkdirSync(path.join(folder, 'store.db.lock'))
  expect(() => takeLock(path.join(folder, 'store.db'), since)).toThrow(
    expect.objectContaining({ code: 'storage' }),
  )
})

test('a lock file that is damaged is trouble with the store', () => {
  const store = path.join(temporaryFolder(), 'store.db')
  writeFileSync(`${store}.lock`, 'no database at all. '.repeat(500))
  expect(() => takeLock(store, since)).toThrow(expect.objectContaining({ code: 'storage' }))
})
