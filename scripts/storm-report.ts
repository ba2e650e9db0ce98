import type { StormReport } from './storm-run.ts'

/** A promise that was broken: what, and what is seen of it. */
export interface Breach {
  readonly promise: string
  readonly seen: string
}

/** What of a storm must not be; nothing when every promise held. */
export function breachesOf(report: StormReport): readonly Breach[] {
  const { lost, wrong, characters, secondService, exitCodes, leaks } = report
  const over = overBound(report)
  const rules: readonly (readonly [boolean, string, string])[] = [
    [lost.length === 0, 'nothing is lost', lost.slice(0, 5).join(', ')],
    [
      wrong.size === 0,
      'what is published is right, and whole',
      [...wrong]
        .slice(0, 3)
        .map(([file, found]) => `${file}: ${found.slice(0, 200)}`)
        .join('; '),
    ],
    [over === 0, 'no more is billed again than was in flight', `${over} characters above`],
    [
      characters.ledger >= characters.billed,
      'the ledger knows of all that was billed',
      `${characters.ledger} of ${characters.billed} characters`,
    ],
    [secondService === 75, 'a second service is refused with 75', `it ended with ${secondService}`],
    [exitCodes.every((code) => code === 0), 'SIGTERM ends with 0', exitCodes.join(', ')],
    [leaks.length === 0, 'the key of the engine stands nowhere', leaks.join(', ')],
  ]
  return rules.flatMap(([isKept, promise, seen]) => (isKept ? [] : [{ promise, seen }]))
}

/** Characters that were billed and neither needed, nor spoiled by the engine, nor in flight at a kill. */
export function overBound({ characters }: Pick<StormReport, 'characters'>): number {
  const { needed, billed, spoiled, bound } = characters
  return Math.max(0, billed - needed - spoiled - bound)
}

/** The figures of storms side by side, for people. */
export function stormTable(reports: ReadonlyMap<string, StormReport>): string {
  const rows: readonly (readonly [string, (report: StormReport) => string])[] = [
    ['languages of articles', ({ expected }) => String(expected)],
    ['lost', ({ lost }) => String(lost.length)],
    ['wrongly published, torn', ({ wrong }) => String(wrong.size)],
    ['characters needed', ({ characters }) => String(characters.needed)],
    ['billed for useless answers', ({ characters }) => String(characters.spoiled)],
    ['billed again', ({ characters: c }) => String(c.billed - c.needed - c.spoiled)],
    ['  bound: kills x in flight', ({ characters }) => String(characters.bound)],
    ['  above the bound', (report) => String(overBound(report))],
    ['ledger less billed', ({ characters: c }) => String(c.ledger - c.billed)],
    ['recovery, median (s)', ({ recoveriesMs }) => seconds(median(recoveriesMs))],
    ['recovery, longest (s)', ({ recoveriesMs }) => seconds(Math.max(0, ...recoveriesMs))],
    ['from calm to the end (s)', ({ settledMs }) => seconds(settledMs)],
    ['second service ended with', ({ secondService }) => String(secondService)],
    ['disk full for a while', ({ wasDiskFull }) => (wasDiskFull ? 'yes' : 'not tried')],
    ['database restarted', ({ wasDatabaseRestarted }) => (wasDatabaseRestarted ? 'yes' : '-')],
    ['processes that gave up', ({ crashes }) => String(crashes.length)],
    ['key found in', ({ leaks }) => String(leaks.length)],
  ]
  const kinds = [...reports]
  const cells = [
    ['', ...kinds.map(([kind]) => kind)],
    ...rows.map(([name, of]) => [name, ...kinds.map(([, report]) => of(report))]),
  ]
  const widths = kinds.map((_, i) => Math.max(...cells.map((row) => row[i + 1]?.length ?? 0)))
  return cells
    .map(([name = '', ...values]) =>
      [name.padEnd(28), ...values.map((one, i) => one.padStart(widths[i] ?? 0))].join('  '),
    )
    .join('\n')
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
