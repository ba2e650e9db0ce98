import type { createIntl } from '@formatjs/intl'

type Format = ReturnType<ReturnType<typeof createIntl>['formatters']['getMessageFormat']>

/** A part of a parsed ICU message: text, argument, plural, select. */
export type MessageElement = ReturnType<Format['getAst']>[number]

/** A plural of a message: its argument, its forms, cardinal or ordinal. */
export type PluralElement = Extract<MessageElement, { readonly pluralType: unknown }>

/** The numbers that the parser gives to a piece of text (the enum TYPE of its typings). */
const literal = 0

function optionsOf(element: MessageElement): readonly (readonly MessageElement[])[] {
  return 'options' in element ? Object.values(element.options).map(({ value }) => value) : []
}

function nameOf(element: MessageElement): string | undefined {
  return 'value' in element && Number(element.type) !== literal ? element.value : undefined
}

/** The names of all arguments, wherever they stand. */
export function argumentsOf(message: readonly MessageElement[]): ReadonlySet<string> {
  return new Set(
    message.flatMap((element) => {
      const name = nameOf(element)
      const inner = optionsOf(element).flatMap((option) => [...argumentsOf(option)])
      return name === undefined ? inner : [name, ...inner]
    }),
  )
}

/** Whether an argument has its say whichever form is chosen. */
export function hasAlways(message: readonly MessageElement[], name: string): boolean {
  return message.some((element) => {
    if (nameOf(element) === name) return true
    const options = optionsOf(element)
    return options.length > 0 && options.every((option) => hasAlways(option, name))
  })
}

/** All plurals, those inside of others too. */
export function pluralsOf(message: readonly MessageElement[]): readonly PluralElement[] {
  return message.flatMap((element) => [
    ...('pluralType' in element ? [element] : []),
    ...optionsOf(element).flatMap(pluralsOf),
  ])
}

/** The pieces of text of all forms, without the arguments. */
export function literalsOf(message: readonly MessageElement[]): readonly string[] {
  return message.flatMap((element) => {
    if ('value' in element && Number(element.type) === literal) return [element.value]
    return optionsOf(element).flatMap(literalsOf)
  })
}

/** Whether a form of a plural says its number, as `#` or by name. */
export function showsNumber(form: readonly MessageElement[], name: string): boolean {
  return form.some(
    (element) =>
      !('value' in element) ||
      nameOf(element) === name ||
      optionsOf(element).some((option) => showsNumber(option, name)),
  )
}
