import { describe, expect, it } from 'vitest'
import { createGuard } from '../../src/fetch/guard.ts'
import { followRedirect } from '../../src/fetch/redirect.ts'

const guard = createGuard()
const from = new URL('https://news.example.com/world/odesa')
const follow = (location: string): string => followRedirect([from], from, location, guard).href

describe('followRedirect', () => {
  it('resolves relative addresses and drops the fragment', () => {
    expect(follow('../port#top')).toBe('https://news.example.com/port')
    expect(follow('//m.news.example.com/port')).toBe('https://m.news.example.com/port')
  })

  it('does not go from https to http', () => {
    expect(() => follow('http://news.example.com/port')).toThrow(/which is not encrypted/)
    const plain = new URL('http://news.example.com/')
    const next = followRedirect([plain], plain, 'https://news.example.com/', guard)
    expect(next.href).toBe('https://news.example.com/')
  })

  it('checks where it leads as it checked where it began', () => {
    expect(() => follow('https://0x7f.1/')).toThrow(/not a host of the public internet/)
    expect(() => follow('https://editor:pass@news.example.com/')).toThrow(/a user name/)
  })
})
