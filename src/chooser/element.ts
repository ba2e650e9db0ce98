/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Letters and digits without case and diacritics: `Español` and `espanol` are one. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Blocks of an article by key; a link to one keeps the reader's place in the other language. */
const blockId = /^(?:title|summary|b\d+)$/

/**
 * `<language-chooser>` around the HTML of `renderChooser`: adds search to a long list, remembers
 * an explicit choice in the cookie `language`, keeps the place in the article, and closes the
 * panel when the focus leaves it. Nothing is lost without it. This file imports nothing.
 */
export class LanguageChooser extends HTMLElement {
  #input: HTMLInputElement | undefined

  connectedCallback(): void {
    this.addEventListener('click', this)
    this.addEventListener('focusout', this)
    this.addEventListener('input', this)
    // These two do not bubble.
    this.addEventListener('beforetoggle', this, true)
    this.addEventListener('toggle', this, true)
  }

  handleEvent(event: Event): void {
    const { type, target } = event
    if (type === 'click') {
      const link = (target as Element).closest<HTMLAnchorElement>('a[hreflang]')
      if (link !== null) choose(link)
    } else if (type === 'focusout') {
      const next = (event as FocusEvent).relatedTarget
      if (next instanceof Node && !this.contains(next)) this.#panel?.hidePopover()
    } else if (type === 'beforetoggle') {
      if (this.#input === undefined) this.#addSearch()
    } else if (this.#input !== undefined) {
      if (type === 'toggle') {
        if ((event as ToggleEvent).newState === 'open') return
        this.#input.value = ''
      }
      this.#search(this.#input.value)
    }
  }

  get #panel(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[popover]')
  }

  #addSearch(): void {
    const panel = this.#panel
    const text = panel?.dataset['search']
    if (!panel || !text) return
    const label = document.createElement('label')
    const input = document.createElement('input')
    const status = document.createElement('p')
    input.type = 'search'
    input.autocomplete = 'off'
    input.spellcheck = false
    status.role = 'status'
    label.append(text, input)
    panel.prepend(label, status)
    this.#input = input
  }

  /** Shows the languages a name of which has a word that starts so. */
  #search(typed: string): void {
    const query = fold(typed.trim())
    // Scripts without spaces have no starts of words.
    const pattern = /[^\u0000-\u024f]/.test(query) ? query : ` ${query}`
    let count = 0
    for (const group of this.querySelectorAll<HTMLElement>('[popover]>div')) {
      let found = 0
      for (const item of group.querySelectorAll('li')) {
        const tag = item.querySelector('a')?.hreflang
        const names = fold(`${tag} ${item.dataset['names'] ?? ''} ${item.textContent}`)
        item.hidden = !` ${names.replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(pattern)
        if (!item.hidden) found++
      }
      // A suggested language stands in the whole list again.
      const isRepeated = group.dataset['group'] === 'suggested' && query !== ''
      group.hidden = isRepeated || found === 0
      if (!isRepeated) count += found
    }
    const status = this.querySelector('[role=status]')
    if (status !== null) status.textContent = query === '' ? '' : this.#message(count)
  }

  #message(count: number): string {
    const locale = this.closest<HTMLElement>('[lang]')?.lang || undefined
    const forms = JSON.parse(this.#panel?.dataset['found'] ?? '{}') as Record<string, string>
    const form = forms[`=${count}`] ?? forms[new Intl.PluralRules(locale).select(count)]
    return (form ?? forms['other'] ?? '#').replace('#', count.toLocaleString(locale))
  }
}

/** Remembers the language of a link, and points the link to where the reader is in the article. */
function choose(link: HTMLAnchorElement): void {
  document.cookie = `language=${link.hreflang}; Path=/; Max-Age=31536000; SameSite=Lax`
  if (link.closest('[data-group=unavailable]') === null) link.hash = blockAtTop() ?? ''
}

/** The block nearest to the top of the window, once the reader has gone past the first. */
function blockAtTop(): string | undefined {
  const tops = [...document.querySelectorAll('main[data-article] [id]')]
    .filter(({ id }) => blockId.test(id))
    .map((block) => ({ id: block.id, top: block.getBoundingClientRect().top }))
  if ((tops[0]?.top ?? 0) >= 0) return undefined
  return tops.reduce((near, block) => (Math.abs(block.top) < Math.abs(near.top) ? block : near)).id
}

if (!customElements.get('language-chooser')) {
  customElements.define('language-chooser', LanguageChooser)
}
