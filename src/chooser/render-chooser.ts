import type { Locale } from '../model.ts'
import type { ChooserIndex, ChooserManifest, ChooserOptions, Messages } from './chooser-data.ts'
import { chooserLanguages, type ChooserLanguage } from './chooser-languages.ts'
import { escapeHtml } from './escape.ts'
import { pluralForms } from './plural-forms.ts'
import { longList, nameIn, searchNames } from './search-names.ts'

/** What is said where the site has no message of its own. */
const english: Messages = {
  'language.choose': 'Choose your language',
  'language.search': 'Search languages',
  'language.found':
    '{count, plural, =0 {No language found} one {# language found} other {# languages found}}',
  'language.suggested': 'Suggested',
  'language.all': 'All languages',
  'language.unavailable': 'Not available for this article',
}

/** A globe; no flag, since languages have none. */
const icon =
  '<svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6">' +
  '<circle cx="12" cy="12" r="9"/><ellipse cx="12" cy="12" rx="4" ry="9"/><path d="M3 12h18"/></svg>'

/** A group of the list with its label, if it has one. */
interface Group {
  readonly kind: 'suggested' | 'all' | 'unavailable'
  readonly label?: string
  readonly languages: readonly ChooserLanguage[]
}

/**
 * The language chooser of a page as HTML: a button and a panel of plain links that work without a
 * script. Links lead to the same article; languages it does not have stand apart and lead to their
 * front page. Without a manifest all lead to front pages.
 * @returns an empty text when there is nothing to choose from.
 */
export function renderChooser(
  manifest: ChooserManifest | undefined,
  index: ChooserIndex,
  current: Locale,
  messages: Messages,
  options: ChooserOptions = {},
): string {
  const { href = pagePath, suggested, gloss = false, id = 'languages' } = options
  const found = chooserLanguages(manifest, index, current, suggested)
  const count = found.available.length + found.unavailable.length
  if (count < 2) return ''
  const say = (key: string): string => messages[key] || (english[key] ?? key)
  const isLong = count > longList
  const groups = groupsOf(found, say)
  const link = (language: ChooserLanguage, kind: Group['kind']): string => {
    const { tag, autonym, dir } = language
    const target = kind === 'unavailable' ? href(tag) : href(tag, manifest?.id)
    const isCurrent = tag === current
    const names = isLong ? ` data-names="${escapeHtml(searchNames(current, tag))}"` : ''
    const name = gloss && tag !== current ? nameIn(current, tag) : undefined
    return (
      `<li${names}><a href="${escapeHtml(target)}" lang="${tag}" hreflang="${tag}" dir="${dir}"` +
      `${isCurrent ? ' aria-current="true"' : ''}>${escapeHtml(autonym)}</a>` +
      `${name === undefined ? '' : `<span lang="${escapeHtml(current)}">${escapeHtml(name)}</span>`}</li>`
    )
  }
  const lists = groups.map(({ kind, label, languages }) => {
    const links = languages.map((language) => link(language, kind)).join('')
    const name = escapeHtml(`${id}-${kind}`)
    return label === undefined
      ? `<div><ul>${links}</ul></div>`
      : `<div data-group="${kind}"><p id="${name}">${escapeHtml(label)}</p><ul aria-labelledby="${name}">${links}</ul></div>`
  })
  const search = isLong
    ? ` data-search="${escapeHtml(say('language.search'))}" data-found="${escapeHtml(JSON.stringify(pluralForms(say('language.found'))))}"`
    : ''
  const label = escapeHtml(say('language.choose'))
  const name = escapeHtml(found.current.autonym)
  const panel = escapeHtml(id)
  return (
    `<language-chooser><nav aria-label="${label}">` +
    `<button type="button" popovertarget="${panel}" aria-label="${label}: ${name}">${icon}<span>${name}</span></button>` +
    `<div id="${panel}" popover${search}>${lists.join('')}</div></nav></language-chooser>`
  )
}

function groupsOf(
  { suggested, available, unavailable }: ReturnType<typeof chooserLanguages>,
  say: (key: string) => string,
): readonly Group[] {
  const isAlone = suggested.length === 0 && unavailable.length === 0
  const groups: readonly Group[] = [
    { kind: 'suggested', label: say('language.suggested'), languages: suggested },
    {
      kind: 'all',
      ...(isAlone ? {} : { label: say('language.all') }),
      languages: available,
    },
    { kind: 'unavailable', label: say('language.unavailable'), languages: unavailable },
  ]
  return groups.filter(({ languages }) => languages.length > 0)
}

function pagePath(tag: Locale, article?: string): string {
  return article === undefined ? `/${tag}/` : `/${tag}/${encodeURIComponent(article)}/`
}
