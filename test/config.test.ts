import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { defaultConfig, readConfig, siteOf, type Config } from '../src/config.ts'
import { BabelwireError, formatError } from '../src/errors.ts'
import { schemaText } from '../scripts/make-config-schema.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(content: string): Config {
  const file = path.join(folder, 'babelwire.yaml')
  writeFileSync(file, content)
  return readConfig(file)
}

/** What an operator reads, without the folder. */
function refusal(content: string): string {
  try {
    read(content)
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    return formatError(error).replace(`${folder}${path.sep}`, '')
  }
  return 'accepted'
}

test('a configuration of one line has defaults for the rest', () => {
  const config = read('languages: [es_ES, zh-hans, no]\n')
  expect(config).toMatchObject({
    source: 'en',
    languages: ['es-ES', 'zh-Hans', 'nb'],
    articles: [{ at: path.join(folder, 'articles') }],
    glossary: path.join(folder, 'glossary.yaml'),
    output: path.join(folder, 'locales'),
    store: path.join(folder, '.babelwire/store.db'),
    missingEngine: 'fail',
    publish: 'complete',
    engines: {
      deepl: {
        price: 20,
        formality: 'default',
        model: 'prefer_quality_optimized',
        concurrency: 10,
      },
      libretranslate: { price: 0, concurrency: 4 },
    },
    budget: { currency: 'EUR' },
  })
  expect(config.engine('es-ES')).toEqual(['auto'])
  expect(siteOf(config)).toBe(path.join('..', 'locales'))
})

test('an engine for each language, and one for the rest; a region follows its language', () => {
  const config = read('languages: [es, es-MX, fr]\nengine: {default: deepl, es: apertium}\n')
  expect(['es', 'es-MX', 'fr'].map(config.engine)).toEqual([['apertium'], ['apertium'], ['deepl']])
  const mixed = read('languages: [es]\nengine: {es: apertium}\n')
  expect(['es', 'fr'].map(mixed.engine)).toEqual([['apertium'], ['auto']])
  const chain = read('languages: [es]\nengine: [deepl, libretranslate]\n')
  expect(chain.engine('es')).toEqual(['deepl', 'libretranslate'])
})

test.each([
  ['', 'babelwire.yaml:1:1  languages: is missing  [config]'],
  ['languages: []', 'babelwire.yaml:1:1  languages: must not be empty  [config]'],
  [
    'languages: es',
    'babelwire.yaml:1:1  languages: must be a list, such as [a, b], not "es"  [config]',
  ],
  ['languages: [es, 7]', 'babelwire.yaml:1:17  languages.1: must be text, not 7  [config]'],
  [
    'languages: [es, qq]',
    'babelwire.yaml:1:17  "qq" is not a language that is known  Write a BCP 47 tag such as es, pt-BR or zh-Hans.  [config]',
  ],
  [
    'languages: [es_ES, fr, es-ES]',
    'babelwire.yaml:1:24  the language es-ES stands twice  Keep one of the two.  [config]',
  ],
  ['languages: [no, nb]', 'the language nb stands twice'],
  [
    'langauges: [es]',
    'babelwire.yaml:1:1  unknown key "langauges" (and 1 more)  Did you mean "languages"?  [config]',
  ],
  [
    'languages: [es]\nsorce: en',
    'babelwire.yaml:2:1  unknown key "sorce"  Did you mean "source"?  [config]',
  ],
  [
    'languages: [es]\nengine: depl',
    'babelwire.yaml:2:1  engine: "depl" is not an engine; write auto, deepl, libretranslate, apertium or pseudo  Did you mean "deepl"?  [config]',
  ],
  [
    'languages: [es]\nengine: {es: google}',
    'babelwire.yaml:2:10  engine.es: "google" is not an engine; write auto, deepl, libretranslate, apertium or pseudo  [config]',
  ],
  [
    'languages: [es]\nengine: {xy: deepl}',
    'babelwire.yaml:2:10  "xy" is not a language that is known',
  ],
  ['languages: [es]\nengine: 5', 'babelwire.yaml:2:1  engine: "5" is not an engine'],
  [
    'languages: [es]\nbudget: {run: five}',
    'babelwire.yaml:2:10  budget.run: must be a number, such as 20 or 2.5  [config]',
  ],
  [
    'languages: [es]\nbudget: {run: -1}',
    'babelwire.yaml:2:10  budget.run: must not be negative  [config]',
  ],
  ['languages: [es]\nbudget: {run: .inf}', 'budget.run: must be a number'],
  [
    'languages: [es]\nbudget: {currency: euro}',
    'budget.currency: must be a currency code, such as EUR',
  ],
  [
    'languages: [es]\nbudget: {rn: 5}',
    'babelwire.yaml:2:10  unknown key "rn" in budget  Did you mean "run"?  [config]',
  ],
  [
    'languages: [es]\nbudget:',
    'babelwire.yaml:2:1  budget: must be keys with values, not empty  [config]',
  ],
  [
    'languages: [es]\nengines: {deepl: {prize: 2}}',
    'babelwire.yaml:2:19  unknown key "prize" in engines.deepl  Did you mean "price"?  [config]',
  ],
  [
    'languages: [es]\nengines: {deepl: {formality: les}}',
    'engines.deepl.formality: must be default, more, less, prefer_more, prefer_less, not "les"  Did you mean "less"?  [config]',
  ],
  [
    'languages: [es]\npublish: partly',
    'babelwire.yaml:2:1  publish: must be complete, partial, not "partly"  [config]',
  ],
  [
    'languages: [es]\nmissing-engine: skipp',
    'missing-engine: must be fail, skip, not "skipp"  Did you mean "skip"?  [config]',
  ],
  ['languages: [es]\n__proto__: {a: b}', 'babelwire.yaml:2:1  the key "__proto__" is not allowed'],
  ['languages: [es]\nconstructor: 1', 'babelwire.yaml:2:1  unknown key "constructor"'],
  ['languages: [es]\nlanguages: [fr]', 'babelwire.yaml:2:1  the key "languages" stands twice'],
  [
    '\tlanguages: [es]',
    'babelwire.yaml:1:1  a tab is used to indent  Indent with spaces.  [config]',
  ],
  ['languages: [es', 'babelwire.yaml:1:15  not valid YAML'],
  ['- es', 'babelwire.yaml:1:1  the file: must be keys with values, not ["es"]  [config]'],
])('refused: %j', (content, expected) => {
  expect(refusal(content)).toContain(expected)
})

test('a file that is not there', () => {
  const file = path.join(folder, 'nowhere.yaml')
  expect(() => readConfig(file)).toThrow(`cannot read the configuration ${file}`)
})

test('without a file there is pseudo text to look at', () => {
  expect(defaultConfig(folder)).toMatchObject({ source: 'en', languages: ['en-XA'], root: folder })
})

test('the shipped schema is that of the code; "node scripts/make-config-schema.ts" writes it', async () => {
  const file = new URL('../src/babelwire.schema.json', import.meta.url)
  expect(readFileSync(file, 'utf8')).toBe(await schemaText())
})

test('the schema asks for nothing but the languages, and knows every key', async () => {
  const schema = JSON.parse(await schemaText()) as {
    required: string[]
    additionalProperties: boolean
    properties: Record<string, { description?: string; default?: unknown }>
  }
  expect(schema.required).toEqual(['languages'])
  expect(schema.additionalProperties).toBe(false)
  expect(schema.properties['engines']?.default).toEqual({})
  const undescribed = Object.entries(schema.properties).filter(([, one]) => !one.description)
  expect(undescribed).toEqual([])
})
