import type { Locale } from '../model.ts'

/** The front page of a language. */
export function frontPath(tag: Locale): string {
  return `/${tag}/`
}

/** A page of older articles, counted from the oldest. */
export function archivePath(tag: Locale, page: number): string {
  return `/${tag}/page/${page}/`
}

export function articlePath(tag: Locale, id: string): string {
  return `/${tag}/${id}/`
}

export function feedPath(tag: Locale): string {
  return `/${tag}/feed.xml`
}

/** What a link of the chooser leads to. */
export function chooserPath(tag: Locale, id?: string): string {
  return id === undefined ? frontPath(tag) : articlePath(tag, id)
}

/** The texts of a language that are offered on pages of another. */
export function offerPath(tag: Locale): string {
  return `/assets/offers/${tag}.js`
}
