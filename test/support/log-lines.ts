/** A line of a log in JSON. */
export interface LogLine {
  readonly level: string
  readonly event: string
  readonly [field: string]: unknown
}

/** Lines as they come in, whole or in pieces. */
export interface LogLines {
  readonly all: LogLine[]
  /** Everything that was written, also what is no JSON. */
  text(): string
  write(chunk: string): void
  /** The lines of an event whose fields are those given. */
  of(event: string, fields?: Readonly<Record<string, unknown>>): readonly LogLine[]
}

/** An empty log. */
export function logLines(): LogLines {
  const all: LogLine[] = []
  let text = ''
  let rest = ''
  return {
    all,
    text: () => text,
    write: (chunk) => {
      text += chunk
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('{')) all.push(JSON.parse(line) as LogLine)
    },
    of: (event, fields = {}) =>
      all.filter(
        (line) =>
          line.event === event &&
          Object.entries(fields).every(([name, value]) => line[name] === value),
      ),
  }
}
