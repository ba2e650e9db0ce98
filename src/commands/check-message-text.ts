import { createIntl } from '@formatjs/intl'
import { blockChecks } from '../checks/index.ts'
import { englishName } from '../locale.ts'
import type { Block, Locale } from '../model.ts'
import { escapeText } from '../tagged-text.ts'
import { error, warning, type MessageFault } from './message-fault.ts'
import { argumentsOf, hasAlways, literalsOf, type MessageElement } from './message-elements.ts'
import { pluralFaults } from './check-message-plurals.ts'

const { getMessageFormat } = createIntl({ locale: 'en' }).formatters
const asText = { ignoreTag: true }

/** Everything wrong with a message, held to the English one where there is one. */
export function checkMessageText(
  locale: Locale,
  text: string,
  english: string | undefined,
): readonly MessageFault[] {
  if (text.trim() === '')
    return [error('the text is empty', 'Write it, or take the key out: English is shown then.')]
  const parsed = parse(text)
  if (typeof parsed === 'string') {
    return [error(`not valid ICU: ${parsed}`, 'Look for a missing { or }, a comma or "other {…}".')]
  }
  const reference = english === undefined ? undefined : parse(english)
  const expected = typeof reference === 'object' ? reference : undefined
  return [
    ...(expected === undefined ? [] : argumentFaults(parsed, expected)),
    ...pluralFaults(locale, parsed, expected ?? []),
    ...characterFaults(text, parsed),
    ...languageFaults(locale, parsed, expected),
    ...(english === undefined ? [] : copied(locale, text, parsed, english)),
  ]
}

/** The elements of a message, or what is wrong with it: `missing other clause at character 20`. */
function parse(text: string): readonly MessageElement[] | string {
  try {
    const format = getMessageFormat(text, 'en', undefined, asText)
    const elements = format.getAst()
    // Some faults, such as an unknown currency, only show when a value is given.
    format.format(Object.fromEntries([...argumentsOf(elements)].map((name) => [name, 1])))
    return elements
  } catch (cause) {
    const { message, location } = cause as Error & { location?: { start: { column: number } } }
    const what = message.toLowerCase().replaceAll('_', ' ')
    return location === undefined ? what : `${what} at character ${location.start.column}`
  }
}

/** A reader must be told in every form what the English message tells, and nothing else is given. */
function argumentFaults(
  message: readonly MessageElement[],
  english: readonly MessageElement[],
): readonly MessageFault[] {
  const wanted = argumentsOf(english)
  const lacking = [...wanted].filter((name) => !hasAlways(message, name))
  const foreign = [...argumentsOf(message)].filter((name) => !wanted.has(name))
  const known = wanted.size === 0 ? 'none' : [...wanted].map((name) => `{${name}}`).join(', ')
  return [
    ...lacking.map((name) =>
      error(`{${name}} is missing, here or in one of the forms`, `Write {${name}} in each form.`),
    ),
    ...foreign.map((name) =>
      error(`{${name}} is never given`, `The English message has ${known}.`),
    ),
  ]
}

/** Marks that turn a line round; harmless where they belong, but nobody sees that they stand there. */
const directionMarks = /[\u061c\u200e\u200f\u2066-\u2069]/

function characterFaults(
  text: string,
  message: readonly MessageElement[],
): readonly MessageFault[] {
  const literals = literalsOf(message).join(' ')
  const faults: MessageFault[] = []
  if (/[<>]/.test(text)) faults.push(error('it holds markup', 'Write plain text without < and >.'))
  if (/[{}]/.test(literals))
    faults.push(error('readers would see a brace', "Take it out: a ' before { makes it text."))
  if (text !== text.normalize('NFC'))
    faults.push(
      error('it is not in Unicode form NFC', 'Type it anew, or normalise the file to NFC.'),
    )
  if (directionMarks.test(text))
    faults.push(warning('it holds an invisible direction mark', 'Take it out: pages set dir.'))
  if (text.includes("'"))
    faults.push(warning("' hides what follows it in ICU", 'Write ’ (U+2019) for an apostrophe.'))
  return faults
}

/** Script, hidden characters and links, by the checks that articles are held to. */
function languageFaults(
  locale: Locale,
  message: readonly MessageElement[],
  english: readonly MessageElement[] | undefined,
): readonly MessageFault[] {
  const plain = (elements: readonly MessageElement[]): string =>
    escapeText(literalsOf(elements).join(' '))
  const source = plain(english ?? message)
  const block: Block = { key: 'b001', role: 'paragraph', text: source, tags: {}, translate: true }
  const segment = { key: block.key, block: block.key, role: block.role, locale: 'en', source }
  const input = { segment, locale, text: plain(message), terms: [] }
  return blockChecks
    .flatMap((check) => check(input))
    .filter(({ severity }) => severity !== 'info')
    .map((finding) => ({
      severity: finding.severity === 'error' ? 'error' : 'warning',
      message: finding.message.replace(/\.$/, ''),
      mend: `Write it in ${englishName(locale)}, without invisible characters.`,
    }))
}

/** A single word may be the same: "Page" is French too. */
function copied(
  locale: Locale,
  text: string,
  message: readonly MessageElement[],
  english: string,
): readonly MessageFault[] {
  const words =
    literalsOf(message)
      .join(' ')
      .match(/\p{L}+/gu) ?? []
  if (new Intl.Locale(locale).language === 'en' || text !== english || words.length < 2) return []
  return [warning('it is the English text', 'Translate it, or take the key out.')]
}
