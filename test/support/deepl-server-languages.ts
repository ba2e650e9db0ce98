/** The languages of the pretended DeepL: a selection of the real list, in its spelling. */

const sources =
  'AR BG CS DA DE EL EN ES ET FI FR HE HU ID IT JA KO LT LV NB NL PL PT RO RU SK SL SV TH TR UK VI ZH HI KMR TL'.split(
    ' ',
  )

const targets =
  'AR BG CS DA DE EL EN-GB EN-US ES ES-419 ET FI FR HE HU ID IT JA KO LT LV NB NL PL PT-BR PT-PT RO RU SK SL SV TH TR UK VI ZH ZH-HANS ZH-HANT HI KMR TL'.split(
    ' ',
  )

const formal = new Set('DE FR IT ES ES-419 NL PL PT-BR PT-PT JA RU'.split(' '))

/** Languages with translations but without glossaries. */
const withoutGlossary = new Set(['TH', 'HI', 'KMR', 'TL'])

export const sourceLanguages: readonly { readonly language: string; readonly name: string }[] =
  sources.map((language) => ({ language, name: language }))

export const targetLanguages: readonly {
  readonly language: string
  readonly name: string
  readonly supports_formality: boolean
}[] = targets.map((language) => ({
  language,
  name: language,
  supports_formality: formal.has(language),
}))

const glossarySources = sources.filter((code) => !withoutGlossary.has(code))

export const glossaryPairs: readonly {
  readonly source_lang: string
  readonly target_lang: string
}[] = glossarySources.flatMap((source) =>
  glossarySources
    .filter((target) => target !== source)
    .map((target) => ({
      source_lang: source.toLowerCase(),
      target_lang: target.toLowerCase(),
    })),
)
