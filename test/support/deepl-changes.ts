/** What faulty engines do to translations, for the fault `texts`. */
type Change = (texts: readonly string[]) => readonly unknown[]

const each =
  (change: (text: string) => unknown): Change =>
  (texts) =>
    texts.map(change)

/** The last text is missing. */
export const fewerTexts: Change = (texts) => texts.slice(0, -1)

/** One text too many. */
export const moreTexts: Change = (texts) => [...texts, 'ba lo']

/** The first text is null. */
export const nullText: Change = (texts) => [null, ...texts.slice(1)]

/** The first text is a number. */
export const numberText: Change = (texts) => [42, ...texts.slice(1)]

/** Every text is empty. */
export const emptyTexts: Change = each(() => '')

/** The texts in the wrong order. */
export const reversedTexts: Change = (texts) => texts.toReversed()

/** The tags around sentences are gone. */
export const withoutSentenceTags: Change = each((text) => text.replace(/<\/?s\d+>/g, ''))

/** The first sentence comes twice. */
export const doubledSentence: Change = each(
  (text) => (/<s1>.*?<\/s1>/s.exec(text)?.[0] ?? '') + text,
)

/** Sentences in the wrong order. */
export const reorderedSentences: Change = each((text) => {
  const sentences = text.match(/<s(\d+)>.*?<\/s\1>/gs) ?? []
  return sentences.length < 2 ? text : sentences.toReversed().join(' ')
})

/** Escaped markup comes back as markup. */
export const unescapedMarkup: Change = each((text) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
)

/** Tags gain a handler. */
export const addedAttributes: Change = each((text) =>
  text.replace(/<([a-z]+\d+)>/g, '<$1 onclick="alert(1)">'),
)

/** A tag that the source does not have. */
export const addedTags: Change = each((text) => `<x9>${text}</x9>`)

/** All tags are gone. */
export const withoutTags: Change = each((text) => text.replace(/<[^>]*>/g, ''))
