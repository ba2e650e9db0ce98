import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readIfThere, writeAtomic } from '../../src/bundle/index.ts'
import { startScript, temporaryFolder } from '../storage/processes.ts'

const reader = `
  import { readFileSync, writeSync } from 'node:fs'
  let reads = 0
  let torn = 0
  process.on('SIGTERM', () => {})
  writeSync(1, 'ready\\n')
  const end = Date.now() + 1500
  while (Date.now() < end) {
    const { title, body } = JSON.parse(readFileSync(process.argv[1], 'utf8') || '{}')
    reads++
    if (body !== 'дощ '.repeat(title)) torn++
  }
  writeSync(1, JSON.stringify({ reads, torn }) + '\\n')`

describe('a file that is written', () => {
  test('is never seen half, however often it is read meanwhile', async () => {
    const root = temporaryFolder()
    const file = path.join(root, 'uk', 'articles', 'kyiv-rain.json')
    const write = (size: number): Promise<boolean> =>
      writeAtomic(root, file, JSON.stringify({ title: size, body: 'дощ '.repeat(size) }))
    await write(1)
    const { firstLine, lines, ended } = startScript(reader, file)
    await firstLine
    let writes = 0
    for (const end = Date.now() + 1400; Date.now() < end; writes++) {
      await write(1 + ((writes * 7919) % 20_000))
      await new Promise(setImmediate)
    }
    expect(await ended).toEqual({ code: 0, errors: '' })
    const result = JSON.parse(lines[1] ?? '') as { reads: number; torn: number }
    expect(writes).toBeGreaterThan(50)
    expect(result.reads).toBeGreaterThan(50)
    expect(result.torn).toBe(0)
    expect(readdirSync(path.dirname(file))).toEqual(['kyiv-rain.json'])
  })

  test('is not touched when it already says the same', async () => {
    const root = temporaryFolder()
    const file = path.join(root, 'index.json')
    expect(await writeAtomic(root, file, '{}\n')).toBe(true)
    utimesSync(file, 1000, 1000)
    expect(await writeAtomic(root, file, '{}\n')).toBe(false)
    expect(statSync(file).mtimeMs).toBe(1_000_000)
    expect(await writeAtomic(root, file, '{"a":1}\n')).toBe(true)
  })

  test('leaves no temporary file behind when it fails, and the old one in place', async () => {
    const root = temporaryFolder()
    mkdirSync(path.join(root, 'uk', 'kyiv.json', 'a folder in the way'), { recursive: true })
    await expect(writeAtomic(root, path.join(root, 'uk', 'kyiv.json'), '{}')).rejects.toThrow(
      expect.objectContaining({ code: 'storage' }),
    )
    expect(readdirSync(path.join(root, 'uk'))).toEqual(['kyiv.json'])
    writeFileSync(path.join(root, 'ar'), 'a file in place of the folder')
    await expect(writeAtomic(root, path.join(root, 'ar', 'kyiv.json'), '{}')).rejects.toThrow(
      expect.objectContaining({ code: 'storage' }),
    )
    expect(readFileSync(path.join(root, 'ar'), 'utf8')).toBe('a file in place of the folder')
  })
})

describe('a path that leads outside', () => {
  test.each(['../escape.json', '../../etc/passwd', 'uk/../../escape.json', '.'])(
    'is refused: %s',
    async (relative) => {
      const folder = temporaryFolder()
      const root = path.join(folder, 'locales')
      mkdirSync(root)
      await expect(writeAtomic(root, path.join(root, relative), '{}')).rejects.toThrow(
        'lies outside of',
      )
      expect(readdirSync(folder)).toEqual(['locales'])
    },
  )

  test('is refused when a linked folder hides it, before a folder is made there', async () => {
    const folder = temporaryFolder()
    const root = path.join(folder, 'locales')
    mkdirSync(path.join(folder, 'elsewhere'))
    mkdirSync(root)
    symlinkSync(path.join(folder, 'elsewhere'), path.join(root, 'es'))
    symlinkSync(path.join(folder, 'nowhere'), path.join(root, 'fr'))
    for (const locale of ['es', 'fr']) {
      await expect(
        writeAtomic(root, path.join(root, locale, 'articles', 'a.json'), '{}'),
      ).rejects.toThrow(expect.objectContaining({ code: 'storage' }))
    }
    expect(readdirSync(path.join(folder, 'elsewhere'))).toEqual([])
    expect(readdirSync(folder)).toEqual(['elsewhere', 'locales'])
  })

  test('but the output folder itself may be a link', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'www'))
    const root = path.join(folder, 'locales')
    symlinkSync(path.join(folder, 'www'), root)
    await writeAtomic(root, path.join(root, 'es', 'a.json'), '{}')
    expect(readFileSync(path.join(folder, 'www', 'es', 'a.json'), 'utf8')).toBe('{}')
  })

  test('and a name may begin with two dots', async () => {
    const root = temporaryFolder()
    expect(await writeAtomic(root, path.join(root, '..es', 'a.json'), '{}')).toBe(true)
  })
})

describe('reading', () => {
  test('gives nothing for a file that is not there, and says what else is wrong', async () => {
    const root = temporaryFolder()
    expect(readIfThere(path.join(root, 'none.json'))).toBeUndefined()
    expect(() => readIfThere(root)).toThrow(
      expect.objectContaining({
        code: 'storage',
        message: expect.stringContaining('cannot read') as string,
      }),
    )
  })
})
