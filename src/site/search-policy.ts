import { isPseudo } from '../locale.ts'
import type { Locale } from '../model.ts'
import { isUnreviewed } from './catalog.ts'
import type { Site } from './site.ts'

/** Whether search engines may keep a language of an article. */
export function mayBeIndexed(site: Site, tag: Locale, state: string | undefined): boolean {
  // Pseudo text is for looking at layouts.
  if (isPseudo(tag)) return false
  return site.robots === 'index' || !isUnreviewed(state)
}
