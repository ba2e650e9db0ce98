import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BabelwireError } from '../src/errors.ts'
import { createLog, secretValues, type Log, type LogFields, type LogOptions } from '../src/log.ts'

const canary = 'canary-4f1c:fx'

/** A log and the lines it wrote. */
function openLog(options: Partial<LogOptions> = {}): {
  readonly log: Log
  readonly lines: string[]
} {
  const lines: string[] = []
  const log = createLog({
    format: 'text',
    write: (line) => lines.push(line),
    now: () => new Date('2026-11-23T08:30:12.345Z'),
    secrets: [canary],
    ...options,
  })
  return { log, lines }
}

describe('a line of text', () => {
  it('has the time in UTC, the level, the event and its fields', () => {
    const { log, lines } = openLog()
    log.info('article published', { article: 'river-flood', locale: 'es', blocks: 12, held: false })
    log.warn('budget nearly used')
    log.error('source not read', { source: 'https://news.example/feed', engine: undefined })
    expect(lines).toEqual([
      '2026-11-23 08:30:12 info  article published  article=river-flood locale=es blocks=12 held=false\n',
      '2026-11-23 08:30:12 warn  budget nearly used\n',
      '2026-11-23 08:30:12 error source not read  source=https://news.example/feed\n',
    ])
  })

  it('quotes what is not one plain word', () => {
    const { log, lines } = openLog()
    log.info('held', { title: 'Річка вийшла з берегів', name: '泽连斯基', by: '', says: 'a="b"' })
    expect(lines[0]).toContain(
      'title="Річка вийшла з берегів" name=泽连斯基 by="" says="a=\\"b\\""\n',
    )
  })

  it('leaves out what is below its level', () => {
    const { log, lines } = openLog({ level: 'warn' })
    log.info('poll')
    log.warn('slow')
    expect(lines).toHaveLength(1)
  })
})

describe('a line of JSON', () => {
  it('is one object', () => {
    const { log, lines } = openLog({ format: 'json' })
    log.info('article published', { article: 'river-flood', locale: 'ar', title: 'النهر يرتفع' })
    expect(lines[0]).toBe(
      '{"at":"2026-11-23T08:30:12.345Z","level":"info","event":"article published",' +
        '"article":"river-flood","locale":"ar","title":"النهر يرتفع"}\n',
    )
  })

  it('keeps its time and event whatever the fields are called', () => {
    const { log, lines } = openLog({ format: 'json' })
    const fields = JSON.parse('{"event":"fake","at":"never","__proto__":"x"}') as LogFields
    log.info('article published', fields)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      at: '2026-11-23T08:30:12.345Z',
      event: 'article published',
    })
  })

  it('reads back as what was said, but for what is masked', () => {
    const { log, lines } = openLog({ format: 'json' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        log.info('held', { title })
        expect((JSON.parse(lines.pop() ?? '') as LogFields)['title']).toBe(title)
      }),
    )
  })
})

describe('a line of either format', () => {
  it('never breaks and hides no marks', () => {
    const marks = 'a\nb\r\nc\u2028d\u2029e\u0085f\tg\u001b[31mh\u202ei\u2066j\u0000k'
    for (const format of ['text', 'json'] as const) {
      const { log, lines } = openLog({ format })
      log.info(`event ${marks}`, { [`name ${marks}`]: marks, error: new Error(marks) })
      expect(lines).toHaveLength(1)
      // Whatever else a reader may take for the end of a line.
      expect(lines[0]?.slice(0, -1)).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
      )
      expect(lines[0]).toContain('\\u202e')
      expect(lines[0]?.endsWith('\n')).toBe(true)
    }
  })

  it('is no longer than a log can take', () => {
    const { log, lines } = openLog()
    log.info('answer', { body: '河'.repeat(1_000_000) })
    expect(lines[0]?.length).toBeLessThan(4100)
  })

  it('says an error as the command line does', () => {
    const { log, lines } = openLog({ format: 'json' })
    const error = new BabelwireError('network', 'the host refuses the connection', {
      place: { file: 'https://news.example/feed' },
      mend: 'Try again later.',
    })
    log.error('source not read', { error })
    expect(JSON.parse(lines[0] ?? '')).toHaveProperty(
      'error',
      'https://news.example/feed  the host refuses the connection  Try again later.  [network]',
    )
  })
})

describe('a secret', () => {
  const secret = 'p@ss w/"ö\\+%'

  it('is masked wherever it stands and however it is spelled', () => {
    const spellings = [
      secret,
      encodeURIComponent(secret),
      encodeURIComponent(secret).toLowerCase(),
      encodeURIComponent(secret).replaceAll('%20', '+'),
      encodeURI(secret),
      new URLSearchParams({ key: secret }).toString(),
      JSON.stringify(secret),
      JSON.stringify({ password: secret }),
      `postgres://desk:${encodeURIComponent(secret)}@db.example.org/news`,
    ]
    for (const format of ['text', 'json'] as const) {
      const { log, lines } = openLog({ format, secrets: [canary, secret] })
      for (const spelling of spellings) {
        log.info(`said ${spelling}`, {
          [spelling]: 'name',
          value: `before ${spelling} after`,
          error: new Error(`failed with ${spelling}`),
        })
      }
      expect(lines).toHaveLength(spellings.length)
      for (const line of lines) {
        expect(line.match(/\*\*\*/g)?.length).toBeGreaterThanOrEqual(4)
        expect(decodeURIComponent(line)).not.toMatch(/p@ss|w\/|\u00f6/)
      }
    }
  })

  it('that holds another is masked whole', () => {
    const { log, lines } = openLog({ secrets: ['desk-key', 'desk-key-2026'] })
    log.info('asked', { key: 'desk-key-2026' })
    expect(lines[0]).toContain('key=***\n')
  })

  it('is masked before a long value is cut', () => {
    const { log, lines } = openLog()
    log.info('answer', { body: `${'x'.repeat(3995)}${canary}` })
    expect(lines[0]).not.toContain('can')
  })

  it('that is blank or as short as a syllable masks nothing', () => {
    const { log, lines } = openLog({ secrets: ['', '  ', 'es'] })
    log.info('article published', { locale: 'es' })
    expect(lines[0]).toContain('locale=es\n')
  })

  it('is read from the environment: a key as it is, of an address the password', () => {
    const env = {
      DEEPL_AUTH_KEY: ` ${canary}\n`,
      DATABASE_URL: 'postgres://desk:p%40ss%2Fw0rd@db.example.org/news?password=an0ther',
      PLAIN_URL: 'postgres://db.example.org/news',
      BROKEN_URL: 'postgres://desk:pa ss@[db/news',
      EMPTY: '',
    }
    expect(secretValues(env, [...Object.keys(env), 'MISSING', 'EMPTY'])).toEqual([
      canary,
      'p@ss/w0rd',
      'an0ther',
      'postgres://desk:pa ss@[db/news',
    ])
  })
})
