import { autonym, englishName } from '../locale.ts'

/** Languages that news sites offer; a line of their names is a language chooser. */
const offered =
  'ar az be bg bn ca cs cy da de el en es et eu fa fi fr ga gl ha he hi hr hu hy id it ja ka kk km ko ky lo lt lv mk mn ms my nb ne nl pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh'

/** How choosers write some of them otherwise. */
const also = ['简体中文', '繁體中文', '简体', '繁體', 'norsk', 'bahasa indonesia']

const names: ReadonlySet<string> = new Set(
  [...offered.split(' ').flatMap((tag) => [autonym(tag), englishName(tag)]), ...also].map(fold),
)

/** Whether a line is the name of one language, in that language or in English. */
export function isLanguageName(plain: string): boolean {
  return plain.length <= 30 && names.has(fold(plain))
}

/** Whether a line is a list of three or more languages. */
export function isLanguageList(plain: string): boolean {
  if (plain.length > 800) return false
  const parts = plain.split(/\s*[|/·•,،、—–-]\s*|\s{2,}/u).filter((part) => part !== '')
  if (parts.length >= 3) return parts.every(isLanguageName)
  const words = plain.split(/\s+/u)
  return words.length >= 3 && words.every(isLanguageName)
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().trim()
}
