import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The table of docs/architecture.md: which rooms a room may import, beside itself. */
const ground =
  'model errors locale tagged-text config config-schema hash yaml-file file-schema clock quote-marks log'.split(
    ' ',
  )
const stages = 'ingest segment glossary engines checks bundle storage fetch render notify'.split(
  ' ',
)
const records = 'memory archive budget glossary-history engine-record pace-record queue'.split(' ')
/** Work on what is published, beside the run. */
const studies = 'story impact'.split(' ')
const wiring = 'engine-choice glossary-file glossary-choice services jobs service'.split(' ')
const doors = 'cli commands site index'.split(' ')
/** Runs in browsers too: nothing but the ground. */
const browser = 'chooser reader'.split(' ')

const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(ground.map((room) => [room, ground])),
  // What an engine may cost in time is the shared clock's business.
  ...Object.fromEntries(stages.map((room) => [room, ground])),
  ...Object.fromEntries(records.map((room) => [room, [...ground, 'storage']])),
  ...Object.fromEntries(browser.map((room) => [room, ground])),
  pipeline: [...ground, ...stages, ...records],
  story: [...ground, ...stages],
  impact: [...ground, ...stages, ...records, 'pipeline'],
  localize: [...ground, ...stages, ...records, 'pipeline'],
  ...Object.fromEntries(
    wiring.map((room) => [
      room,
      [...ground, ...stages, ...records, 'pipeline', 'localize', ...studies, ...wiring],
    ]),
  ),
  ...Object.fromEntries(
    doors.map((room) => [
      room,
      [
        ...ground,
        ...stages,
        ...records,
        'pipeline',
        'localize',
        ...studies,
        ...wiring,
        ...browser,
        'commands',
        'site',
      ],
    ]),
  ),
}

const root = fileURLToPath(new URL('../src', import.meta.url))

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    if (statSync(file).isDirectory()) return sourceFiles(file)
    return file.endsWith('.ts') ? [file] : []
  })
}

/** Relative imports of a file, static and dynamic, types too. */
function importsOf(content: string): readonly string[] {
  return Array.from(
    content.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g),
    (match) => match[1] ?? '',
  ).filter((target) => target.endsWith('.ts'))
}

function roomOf(file: string): string {
  const [first = ''] = path.relative(root, file).split(path.sep)
  return first.replace(/\.ts$/, '')
}

/** Every import from a room into one that the table does not allow. */
function violations(files: ReadonlyMap<string, string>): readonly string[] {
  return Array.from(files).flatMap(([file, content]) =>
    importsOf(content).flatMap((target) => {
      const [from, to] = [roomOf(file), roomOf(path.resolve(path.dirname(file), target))]
      const isAllowed = from === to || (allowed[from] ?? []).includes(to)
      return isAllowed ? [] : [`${path.relative(root, file)} imports ${target}`]
    }),
  )
}

/** The first circle of imports, as a path of files. */
function circle(files: ReadonlyMap<string, string>): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const target of importsOf(files.get(file) ?? '')) {
      const found = visit(path.resolve(path.dirname(file), target), [...trail, file])
      if (found !== undefined) return found
    }
    done.add(file)
    return undefined
  }
  for (const file of files.keys()) {
    const found = visit(file, [])
    if (found !== undefined) return found.map((one) => path.relative(root, one))
  }
  return undefined
}

const files = new Map(sourceFiles(root).map((file) => [file, readFileSync(file, 'utf8')]))

describe('the rooms of src', () => {
  it('are all in the table', () => {
    const rooms = [...new Set([...files.keys()].map(roomOf))]
    expect(rooms.filter((room) => allowed[room] === undefined)).toEqual([])
  })

  it('import only what the table allows', () => {
    expect(violations(files)).toEqual([])
  })

  it('have no circle of imports between files', () => {
    expect(circle(files)).toBeUndefined()
  })

  it('hold at least two files where they are folders', () => {
    const folders = readdirSync(root).filter((name) =>
      statSync(path.join(root, name)).isDirectory(),
    )
    const lonely = folders.filter((name) => readdirSync(path.join(root, name)).length < 2)
    expect(lonely).toEqual([])
  })
})

describe('the check of the rooms', () => {
  const at = (name: string): string => path.join(root, name)

  it('sees a stage that imports another stage', () => {
    const wrong = new Map([
      [at('glossary/matcher.ts'), `import { checks } from '../checks/index.ts'`],
    ])
    expect(violations(wrong)).toEqual(['glossary/matcher.ts imports ../checks/index.ts'])
  })

  it('sees a lazy import of a door', () => {
    const wrong = new Map([[at('services.ts'), `await import('./commands/run.ts')`]])
    expect(violations(wrong)).toEqual(['services.ts imports ./commands/run.ts'])
  })

  it('sees a circle over three files', () => {
    const wrong = new Map([
      [at('memory/a.ts'), `import './b.ts'`],
      [at('memory/b.ts'), `import type { C } from './c.ts'`],
      [at('memory/c.ts'), `import './a.ts'`],
    ])
    expect(circle(wrong)).toEqual(['memory/a.ts', 'memory/b.ts', 'memory/c.ts', 'memory/a.ts'])
  })
})
