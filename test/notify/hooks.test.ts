import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Hook } from '../../src/config.ts'
import {
  checkHooks,
  createNotification,
  hookFor,
  hookSecrets,
  notificationsFor,
} from '../../src/notify/index.ts'
import type { Json } from '../../src/queue/index.ts'
import { inArabic, inChinese } from './events.ts'

const desk: Hook = {
  webhook: 'https://bot:pa%24%24word@desk.example.org/hooks/T0KEN',
  secretEnv: 'DESK_SECRET',
  events: ['published', 'held'],
}
const editors: Hook = { command: ['./mail.sh', '--to=ed@example.org'], events: ['held', 'failed'] }

describe('the id of a notification', () => {
  it('is the same when the event is told again, whenever that is', () => {
    const { id: _, ...fields } = inChinese
    const later = { ...fields, at: '2026-11-24T00:00:00.000Z', title: '另一个标题' }
    expect(createNotification(later, '9c1d2b7e8f9a015a').id).toBe(inChinese.id)
  })

  it('is another for another revision, language or event', () => {
    const { id: _, ...fields } = inChinese
    const ids = [
      inChinese.id,
      createNotification(fields, 'another revision').id,
      createNotification({ ...fields, locale: 'ar' }, '9c1d2b7e8f9a015a').id,
      createNotification({ ...fields, event: 'withdrawn' }, '9c1d2b7e8f9a015a').id,
    ]
    expect(new Set(ids).size).toBe(4)
  })
})

describe('the jobs of a notification', () => {
  it('are one for each hook that wants the event', () => {
    const hooks = [desk, editors]
    expect(notificationsFor(hooks, inChinese)).toHaveLength(1)
    expect(notificationsFor(hooks, inArabic)).toHaveLength(2)
    const names = notificationsFor(hooks, inArabic).map(({ name }) => name)
    expect(names[0]).toMatch(/^held [0-9a-f]{32} desk\.example\.org-[0-9a-f]{16}$/)
    expect(names[1]).toMatch(/^held [0-9a-f]{32} mail\.sh-[0-9a-f]{16}$/)
  })

  it('are one where a receiver stands twice', () => {
    expect(notificationsFor([desk, { ...desk }], inChinese)).toHaveLength(1)
  })

  it('hold no address, no secret and no argument, and can be stored as JSON', () => {
    const jobs = notificationsFor([desk, editors], inArabic)
    const data: readonly Json[] = jobs.map((job) => job.data)
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    expect(JSON.stringify(jobs)).not.toMatch(/pa(?:%24|\$)|T0KEN|--to|https:/)
  })

  it('find their hook again, also after its password, secret or events changed', () => {
    const [first] = notificationsFor([desk], inChinese)
    if (first === undefined) throw new Error('no job')
    const changed: Hook = {
      webhook: 'https://bot:new@desk.example.org/hooks/T0KEN',
      secretEnv: 'NEW_SECRET',
      events: ['published'],
    }
    expect(hookFor([editors, desk], first.data)).toBe(desk)
    expect(hookFor([editors, changed], first.data)).toBe(changed)
  })

  it('find none when it was taken out or wants the event no more', () => {
    const [first] = notificationsFor([desk], inChinese)
    if (first === undefined) throw new Error('no job')
    expect(hookFor([editors], first.data)).toBeUndefined()
    expect(hookFor([{ ...desk, events: ['failed'] }], first.data)).toBeUndefined()
  })
})

describe('the secrets of hooks', () => {
  it('are what signs and what stands in addresses', () => {
    const env = { DESK_SECRET: 'whsec-1', OTHER: 'other' }
    expect(hookSecrets([desk, editors], env)).toEqual(['whsec-1', 'pa$$word'])
  })
})

describe('hooks are checked before there is anything to tell', () => {
  const env = { DESK_SECRET: 'whsec-1', PATH: process.env['PATH'] }

  it('and a variable that is not set or blank is named', () => {
    const check = (value?: string) => (): void =>
      checkHooks([desk], value === undefined ? {} : { DESK_SECRET: value })
    expect(check('whsec-1')).not.toThrow()
    expect(check()).toThrow('webhook https://desk.example.org/…: DESK_SECRET is not set')
    expect(check(' ')).toThrow('DESK_SECRET is not set')
  })

  it('and an address that is none is refused without being shown', () => {
    const broken: Hook = { webhook: 'https://bot:pa$$@desk example', events: ['held'] }
    expect(() => checkHooks([broken], env)).toThrow('a webhook is not an address')
  })

  it('and a program that is not there or may not be run is refused', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'babelwire-hooks-'))
    try {
      const command = (...words: readonly string[]): Hook => ({ command: words, events: ['held'] })
      writeFileSync(path.join(folder, 'mail.sh'), '#!/bin/sh\n', { mode: 0o755 })
      writeFileSync(path.join(folder, 'notes.txt'), 'Пам’ятка\n', { mode: 0o644 })
      const check = (hook: Hook) => (): void => checkHooks([hook], env, folder)
      expect(check(command('./mail.sh'))).not.toThrow()
      expect(check(command('sh', '-c', 'exit 0'))).not.toThrow()
      expect(check(command('./missing.sh'))).toThrow('there is no program ./missing.sh')
      expect(check(command('no-such-program-at-all'))).toThrow('there is no program')
      expect(check(command('./notes.txt'))).toThrow('there is no program ./notes.txt')
      expect(check(command('mail.sh'))).toThrow('there is no program mail.sh')
      expect(check(command('./'))).toThrow('there is no program ./')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
