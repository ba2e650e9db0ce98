import type { Locale } from '../model.ts'
import type { Rendered } from './renderings-by-language.ts'
import { dictionaryForm, isPartOf, sameName, wordsOf } from './same-name.ts'

/** One way a name was rendered: its inflections and short forms with it. */
export interface RenderingFamily {
  readonly text: string
  readonly rendered: readonly Rendered[]
}

/**
 * The ways a name was rendered, most used first; two mean that it is not consistent. Surname and full
 * name are one way, and so are inflections and capitals.
 */
export function renderingFamilies(
  rendered: readonly Rendered[],
  locale: Locale,
): readonly RenderingFamily[] {
  const byText = new Map<string, Rendered[]>()
  for (const one of rendered) {
    const known = byText.get(one.text)
    if (known === undefined) byText.set(one.text, [one])
    else known.push(one)
  }
  const isSame = sameName(locale)
  const families: string[][] = []
  const longestFirst = [...byText].sort(
    ([a, x], [b, y]) => wordsOf(b).length - wordsOf(a).length || y.length - x.length,
  )
  for (const [text] of longestFirst) {
    const family = families.find(
      ([head = '']) => isSame(text, head) || isPartOf(text, head, isSame),
    )
    if (family === undefined) families.push([text])
    else family.push(text)
  }
  return families
    .map((texts) => {
      const head = texts[0] ?? ''
      const full = texts.filter((text) => wordsOf(text).length === wordsOf(head).length)
      const counts = new Map(full.map((text) => [text, byText.get(text)?.length ?? 0]))
      return {
        text: dictionaryForm(counts, locale),
        rendered: texts.flatMap((text) => byText.get(text) ?? []),
      }
    })
    .sort((a, b) => b.rendered.length - a.rendered.length)
}
