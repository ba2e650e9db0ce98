/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What `assets/offers/<tag>.js` holds. */
interface Offer {
  readonly text: string
  readonly lang: string
  readonly dir: string
  readonly dismiss: string
}

const dismissedKey = 'language-offer-dismissed'
const mostSuggested = 3

/** The language that the reader chose; a cookie that is no tag is none. */
function chosenLanguage(): string | undefined {
  const [, value = ''] = /(?:^|;\s*)language=([^;]*)/.exec(document.cookie) ?? []
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value) ? value : undefined
}

function languageAndScript(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return `${language === 'no' ? 'nb' : language}-${script}`
  } catch {
    return tag
  }
}

/** Puts the reader's languages before the long list, as links that are there already. */
function suggest(chosen: string | undefined): void {
  const all = document.querySelector<HTMLElement>(
    'language-chooser [popover]>div:not([data-group=suggested]):not([data-group=unavailable])',
  )
  const label = document.body.dataset['suggested']
  if (all === null || !label || document.querySelector('[data-group=suggested]')) return
  const items = [...all.querySelectorAll('li')]
  const wanted = [...(chosen === undefined ? [] : [chosen]), ...navigator.languages]
  const found = wanted.flatMap((tag) => {
    const link = (item: Element): HTMLAnchorElement | null => item.querySelector('a[hreflang]')
    const item =
      items.find((one) => link(one)?.hreflang === tag) ??
      items.find((one) => languageAndScript(link(one)?.hreflang ?? '') === languageAndScript(tag))
    return item === undefined || link(item)?.hasAttribute('aria-current') === true ? [] : [item]
  })
  const suggested = [...new Set(found)].slice(0, mostSuggested)
  if (suggested.length === 0) return
  const group = document.createElement('div')
  const name = document.createElement('p')
  const list = document.createElement('ul')
  group.dataset['group'] = 'suggested'
  name.id = 'languages-suggested'
  name.textContent = label
  list.setAttribute('aria-labelledby', name.id)
  list.append(...suggested.map((item) => item.cloneNode(true)))
  group.append(name, list)
  all.before(group)
}

/** Offers the chosen language on a page of another, in that language; the page stays as it is. */
async function offer(chosen: string): Promise<void> {
  const page = document.documentElement.lang
  const link = [
    ...document.querySelectorAll<HTMLAnchorElement>('language-chooser a[hreflang]'),
  ].find(({ hreflang }) => hreflang === chosen)
  const isThere = link !== undefined && link.closest('[data-group=unavailable]') === null
  if (!isThere || chosen === page || remembered() === chosen) return
  const { default: texts } = (await import(`/assets/offers/${chosen}.js`)) as { default: Offer }
  const banner = document.createElement('div')
  const text = document.createElement('a')
  const button = document.createElement('button')
  banner.className = 'offer'
  banner.lang = texts.lang
  banner.dir = texts.dir
  banner.role = 'region'
  banner.ariaLabel = texts.text
  text.href = link.href
  text.hreflang = chosen
  text.textContent = texts.text
  button.type = 'button'
  button.textContent = texts.dismiss
  button.addEventListener('click', () => {
    remember(chosen)
    banner.remove()
  })
  banner.append(text, button)
  document.querySelector('header')?.after(banner)
}

/** Storage may be forbidden; then the offer comes again. */
function remembered(): string | null {
  try {
    return localStorage.getItem(dismissedKey)
  } catch {
    return null
  }
}

function remember(tag: string): void {
  try {
    localStorage.setItem(dismissedKey, tag)
  } catch {
    return
  }
}

const chosen = chosenLanguage()
suggest(chosen)
if (chosen !== undefined) await offer(chosen)

export {}
