import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createIntl, type IntlShape } from '@formatjs/intl'
import { readIfThere } from '../bundle/index.ts'
import type { OutputProblem } from './check-article.ts'

/** Checks the site messages of every language: JSON, valid ICU, and the same keys as in English. */
export function checkSiteMessages(output: string): readonly OutputProblem[] {
  if (!existsSync(output)) return []
  const files = readdirSync(output, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => ({ locale: item.name, file: path.join(output, item.name, 'site.json') }))
    .filter(({ file }) => existsSync(file))
  const problems: OutputProblem[] = []
  const english = files.find(({ locale }) => locale === 'en')
  const expected = english === undefined ? [] : Object.keys(readMessages(english.file) ?? {})
  for (const { locale, file } of files) {
    const messages = readMessages(file)
    if (messages === undefined) {
      problems.push({ file, message: 'is not a flat JSON map of keys to texts' })
      continue
    }
    for (const key of expected) {
      if (messages[key] === undefined) problems.push({ file, key, message: 'is missing' })
    }
    problems.push(...formatProblems(locale, file, messages))
  }
  return problems
}

function readMessages(file: string): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(readIfThere(file) ?? '')
    const isFlat =
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((text) => typeof text === 'string')
    return isFlat ? (value as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}

/** Formats each message as the site does, with every argument a number: what breaks here breaks there. */
function formatProblems(
  locale: string,
  file: string,
  messages: Readonly<Record<string, string>>,
): readonly OutputProblem[] {
  const problems: OutputProblem[] = []
  const intl: IntlShape<string> = createIntl({
    locale,
    messages: { ...messages },
    onError: (error) => void problems.push({ file, message: error.message.split('\n')[0] ?? '' }),
  })
  for (const [key, text] of Object.entries(messages)) {
    const names = Array.from(text.matchAll(/\{\s*([A-Za-z]\w*)/g), (match) => match[1] ?? '')
    intl.formatMessage({ id: key }, Object.fromEntries(names.map((name) => [name, 1])))
  }
  return problems
}
