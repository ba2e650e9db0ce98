/** HTML or XML that is safe as it stands; plain text that gets into it is escaped. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a template: text, numbers, markup, lists of these, or nothing. */
export type Child = string | number | Markup | undefined | readonly Child[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What neither HTML nor XML may hold: controls, lone surrogates, U+FFFE and U+FFFF. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Plain text as the content of an element or of a quoted attribute. */
export function escapeText(text: string): string {
  return text.replace(unprintable, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** Markup from a template: every text that is put in is escaped. */
export function markup(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  let text = parts[0] ?? ''
  for (const [at, child] of children.entries()) text += textOf(child) + (parts[at + 1] ?? '')
  return { markup: text }
}

function textOf(child: Child): string {
  if (child === undefined) return ''
  if (typeof child === 'string') return escapeText(child)
  if (typeof child === 'number') return String(child)
  return 'markup' in child ? child.markup : child.map(textOf).join('')
}

/** Markup that was made elsewhere and is known to be safe. */
export function trusted(text: string): Markup {
  return { markup: text }
}

/** Attributes of an element, a blank before each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): Markup {
  const written = Object.entries(values).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escapeText(value)}"`,
  )
  return { markup: written.join('') }
}
