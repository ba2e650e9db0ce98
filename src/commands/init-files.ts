/** What `babelwire init` writes. */
export const exampleConfig = `# Babelwire: what to translate, into which languages, with what, for how much.
source: en
languages: [es, ca, en-XA] # en-XA is pseudo text: accents that show what is not translated yet
articles: [articles]
glossary: glossary.yaml
output: locales

# auto: DeepL when DEEPL_AUTH_KEY is set, else Apertium where it is installed.
engine: auto
# fail, or skip: leave out the languages that no engine here can serve, and say so. A newsroom wants fail.
missing-engine: skip
# complete: a language goes live when no block is held for an editor.
publish: complete

engines:
  deepl: {price: 20} # per million characters
# A request that would pass a limit is not sent. There are also day, article, and language (in a month).
budget: {currency: EUR, run: 5, month: 100}
`

export const exampleGlossary = `version: 1
source: en
terms:
  Kyiv:
    about: {kind: place, also: [Kiev]}
    to: {es: Kiev, fr: Kyiv, de: Kyjiw}
    never: {fr: [Kiev], de: [Kiew]}
`

export const exampleArticle = `Harbour reopens after storm

The harbour of Kyiv reopened on Monday after a storm had closed it for two days. About 40 ships were waiting to unload.

"We worked through both nights," the harbour master, Olha Marchenko, said. "The last crane is moving again."

What comes next

Repairs to the northern pier will take three weeks. Traffic on the river is limited to 12 ships a day until then.
`
