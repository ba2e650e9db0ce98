/**
 * The forms of an ICU message that is one plural, by category (`=0`, `one`, `other`), `#` for the
 * number: so much the script on the page can choose from. Any other message is its own `other` form.
 */
export function pluralForms(message: string): Readonly<Record<string, string>> {
  const [, argument, body] = /^\s*\{\s*(\w+)\s*,\s*plural\s*,([^]*)\}\s*$/.exec(message) ?? []
  const forms = Array.from(
    (body ?? '').matchAll(/(=\d+|[a-z]+)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g),
    ([, category = '', form = '']) => [category, plain(form, argument)] as const,
  )
  const found = Object.fromEntries(forms)
  return found['other'] === undefined ? { other: plain(message, 'count') } : found
}

/** The number as `#`, whichever way the message names it. */
function plain(form: string, argument = 'count'): string {
  return form.replace(/\{\s*(\w+)\s*(?:,[^{}]*)?\}/g, (slot, name) =>
    name === argument ? '#' : slot,
  )
}
