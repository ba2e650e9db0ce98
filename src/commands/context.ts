import { styleText } from 'node:util'

/** Options every command takes. */
export interface CommonOptions {
  readonly config?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly debug?: boolean
}

/** What a command works with: where it writes, what it was told, when to stop. */
export interface Context {
  /** Data: what the user asked for. */
  readonly out: (text: string) => void
  /** Everything else: progress, remarks, errors. */
  readonly note: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly folder: string
  /** Whether a person watches standard error. */
  readonly isInteractive: boolean
  readonly signal: AbortSignal
}

/** A command: @returns its exit code. */
export type CommandRunner<O extends CommonOptions = CommonOptions> = (
  args: readonly string[],
  options: O,
  context: Context,
) => Promise<number>

/** The module of a command, loaded when it is used. */
export type Loader = () => Promise<{ readonly run: CommandRunner<never> }>

/** Text in a colour where the terminal shows colours and NO_COLOR is not set. */
export function paint(format: Parameters<typeof styleText>[0], text: string): string {
  return styleText(format, text, { stream: process.stdout, validateStream: true })
}

/** One JSON document on standard output. */
export function outJson(context: Context, value: unknown): void {
  context.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** Columns padded to their widest cell; numbers are right-aligned. */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = rows.map((row) => row.map(String))
  const widths = head.map((title, i) =>
    Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)),
  )
  const isNumeric = head.map((_, i) => rows.every((row) => typeof row[i] === 'number'))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) =>
        isNumeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return `${[paint('bold', line(head)), ...cells.map(line)].join('\n')}\n`
}

/** A moment in ISO 8601 to the minute, as tables and messages show it. */
export function minuteOf(at: string = ''): string {
  return at.slice(0, 16).replace('T', ' ')
}
