/** A sample of an OpenMetrics text. */
export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/
const sampleLine = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/
const labelPair = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y
const number = /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|[+-]Inf|NaN)$/i
/** What the names of samples may end with, by type. */
const endings: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total', '_created'],
  gauge: [''],
  histogram: ['_bucket', '_count', '_sum', '_created'],
}

/**
 * The samples of an OpenMetrics 1.0 text, by its grammar as far as Babelwire uses it.
 * @throws {Error} naming the line that is not allowed where it stands.
 */
export function parseOpenMetrics(text: string): readonly Sample[] {
  if (!text.endsWith('\n# EOF\n')) throw new Error('it does not end with # EOF')
  const lines = text.slice(0, -'# EOF\n'.length - 1).split('\n')
  const types = new Map<string, string>()
  const seen = new Set<string>()
  let family = ''
  return lines.flatMap((line) => {
    const refuse = (why: string): never => {
      throw new Error(`${why}: ${line}`)
    }
    const [, kind, name = '', rest = ''] = /^# (TYPE|HELP|UNIT) (\S+) (.*)$/.exec(line) ?? []
    if (kind !== undefined) {
      if (!metricName.test(name)) refuse('a bad name')
      if (name !== family && types.has(name)) refuse('a family in two places')
      if (name !== family && /_total$/.test(name)) refuse('a family that ends like a sample')
      family = name
      if (kind === 'TYPE') {
        if (types.has(name)) refuse('a second type')
        if (endings[rest] === undefined) refuse('an unknown type')
        types.set(name, rest)
      }
      return []
    }
    const [, sample = refuse('neither a comment nor a sample'), written = '', value = ''] =
      sampleLine.exec(line) ?? []
    const allowed = endings[types.get(family) ?? ''] ?? refuse('a sample without a type')
    if (!allowed.some((ending) => sample === `${family}${ending}`)) refuse('another family')
    if (!number.test(value)) refuse('a bad number')
    if (seen.has(`${sample}{${written}}`)) refuse('a sample twice')
    seen.add(`${sample}{${written}}`)
    const labels: Record<string, string> = {}
    labelPair.lastIndex = 0
    while (labelPair.lastIndex < written.length) {
      const [, label = refuse('bad labels'), content = ''] = labelPair.exec(written) ?? []
      labels[label] = content.replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark))
    }
    return [{ name: sample, labels, value: Number(value.replace('Inf', 'Infinity')) }]
  })
}

/** The value of the one sample with this name and these labels; nothing when there is none. */
export function valueOf(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const found = samples.filter(
    (sample) =>
      sample.name === name &&
      Object.entries(labels).every(([label, content]) => sample.labels[label] === content),
  )
  if (found.length > 1) throw new Error(`${name} is not told apart by these labels`)
  return found[0]?.value
}
