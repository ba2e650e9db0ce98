/** What a page says of its article in JSON-LD; the body that may be there is often cut and never read. */
export interface LinkedData {
  readonly headline?: string
  readonly published?: string
  readonly updated?: string
  readonly byline?: string
  readonly url?: string
  readonly language?: string
}

/** Larger scripts hold a shop or an archive. */
const longestScript = 1_000_000
/** `@graph` in an array in `mainEntity`: sites nest three or four levels. */
const deepest = 6

/** `NewsArticle`, `ReportageNewsArticle`, `Article`, `BlogPosting`, `LiveBlogPosting`. */
const articleType = /(?:^|[/#])(?:\w*Article|\w*BlogPosting)$/

type Json = Readonly<Record<string, unknown>>

/** The first article among the JSON-LD scripts of a page; a broken script is not there. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  for (const script of scripts) {
    const article = findArticle(parseScript(script), 0)
    if (article !== undefined) return describe(article)
  }
  return {}
}

function parseScript(script: string): unknown {
  if (script.length > longestScript) return undefined
  try {
    // Old templates hide the script from browsers of their time.
    return JSON.parse(
      script.replace(
        /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/g,
        '',
      ),
    )
  } catch {
    return undefined
  }
}

function findArticle(value: unknown, depth: number): Json | undefined {
  if (depth > deepest) return undefined
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findArticle(each, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (!isObject(value)) return undefined
  if (listOf(value['@type']).some((type) => typeof type === 'string' && articleType.test(type))) {
    return value
  }
  return findArticle(value['@graph'], depth + 1) ?? findArticle(value['mainEntity'], depth + 1)
}

function describe(article: Json): LinkedData {
  const headline = textOf(article['headline']) ?? textOf(article['name'])
  const published = textOf(article['datePublished'])
  const updated = textOf(article['dateModified'])
  const names = listOf(article['author']).flatMap((author) => nameOf(author) ?? [])
  const url = textOf(article['url']) ?? idOf(article['mainEntityOfPage'])
  const language = nameOf(listOf(article['inLanguage'])[0])
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(names.length === 0 ? {} : { byline: names.join(', ') }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  }
}

/** The name of a person or an organisation; an address is no name. */
function nameOf(value: unknown): string | undefined {
  const name = isObject(value) ? (listOf(value['name'])[0] ?? value['alternateName']) : value
  const text = textOf(name)
  return text === undefined || /^https?:/.test(text) ? undefined : text
}

function idOf(value: unknown): string | undefined {
  return isObject(value) ? textOf(value['@id']) : textOf(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
