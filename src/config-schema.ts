import { z } from 'zod'

const engineName = z.enum(['auto', 'deepl', 'apertium', 'pseudo'], {
  error: (issue) =>
    `"${String(issue.input)}" is not an engine; write auto, deepl, apertium or pseudo`,
})

const amount = z
  .number({ error: 'must be a number, such as 20 or 2.5' })
  .nonnegative({ error: 'must not be negative' })

const pointer = z.string().regex(/^(?:\/(?:[^~/]|~[01])*)*$/u, {
  error: 'must be a JSON Pointer, such as /data/title',
})
const fullText = z.enum(['auto', 'feed', 'link'])

const source = z.union(
  [
    z.string(),
    z.strictObject({ feed: z.string(), 'full-text': fullText.default('auto') }),
    z.strictObject({ page: z.string() }),
  ],
  { error: 'must be a file, a folder or an address, or {feed: address, full-text: link}' },
)

/** The shape of `babelwire.yaml`; `src/babelwire.schema.json` is made from it for editors. */
export const configSchema: z.ZodType<RawConfig> = z.strictObject({
  source: z.string().default('en').describe('Language the articles are written in'),
  languages: z.array(z.string()).min(1).describe('Languages to publish, as BCP 47 tags'),
  articles: z
    .array(source)
    .default(['articles'])
    .describe('Files, folders, pages and feeds of articles'),
  'cms-json': z
    .strictObject({
      items: pointer.optional(),
      id: pointer.optional(),
      headline: pointer.optional(),
      summary: pointer.optional(),
      body: pointer,
      'body-format': z.enum(['html', 'markdown', 'text']).default('html'),
      language: pointer.optional(),
      updated: pointer.optional(),
      published: pointer.optional(),
      status: pointer.optional(),
      url: pointer.optional(),
      byline: pointer.optional(),
      'status-values': z.record(z.string(), z.enum(['usable', 'withheld', 'canceled'])).default({}),
    })
    .optional()
    .describe('Where the JSON of a CMS has what, as JSON Pointers'),
  fetch: z
    .strictObject({
      contact: z.string().optional().describe('Where a site may complain: part of the user agent'),
      allow: z
        .array(z.string())
        .default([])
        .describe('Hosts and networks that are fetched from although they are not public'),
    })
    .prefault({})
    .describe('How pages and feeds are fetched'),
  glossary: z.string().default('glossary.yaml').describe('Names and places'),
  output: z.string().default('locales').describe('Folder of the bundles'),
  store: z.string().default('.babelwire/store.db').describe('The translation memory and ledger'),
  engine: z
    .union([engineName, z.record(z.string(), engineName)])
    .default('auto')
    .describe('An engine, or a map of language to engine with `default`'),
  'missing-engine': z
    .enum(['fail', 'skip'])
    .default('fail')
    .describe('What happens to a language that no engine can serve'),
  publish: z
    .enum(['complete', 'partial'])
    .default('complete')
    .describe('complete: a language goes live when nothing is held'),
  engines: z
    .strictObject({
      deepl: z
        .strictObject({
          price: amount.default(20).describe('Per million characters, in the budget currency'),
          formality: z
            .enum(['default', 'more', 'less', 'prefer_more', 'prefer_less'])
            .default('default'),
          model: z
            .enum(['quality_optimized', 'prefer_quality_optimized', 'latency_optimized'])
            .default('prefer_quality_optimized'),
        })
        .prefault({}),
    })
    .prefault({})
    .describe('Prices and settings of the engines'),
  budget: z
    .strictObject({
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, { error: 'must be a currency code, such as EUR' })
        .default('EUR'),
      run: amount.optional().describe('Most that one run may cost'),
      day: amount.optional().describe('Most that one day may cost'),
      month: amount.optional().describe('Most that one month may cost'),
    })
    .prefault({})
    .describe('Limits; a request that would pass one is not sent'),
  consistency: z
    .strictObject({
      days: z
        .number({ error: 'must be a number of days, such as 7' })
        .int({ error: 'must be whole days' })
        .nonnegative({ error: 'must not be negative' })
        .default(7)
        .describe('Articles of this many days must render a name one way; 0 looks at each alone'),
    })
    .prefault({})
    .describe('Where one name must be rendered one way'),
})

/** A source as the file says it. */
export type RawSource = string | { feed: string; 'full-text': FullText } | { page: string }
/** Whether a feed has the full text of its items. */
export type FullText = 'auto' | 'feed' | 'link'

/** Where the JSON of a CMS has what, as the file says it. */
export interface RawCmsJson {
  items?: string | undefined
  id?: string | undefined
  headline?: string | undefined
  summary?: string | undefined
  body: string
  'body-format': 'html' | 'markdown' | 'text'
  language?: string | undefined
  updated?: string | undefined
  published?: string | undefined
  status?: string | undefined
  url?: string | undefined
  byline?: string | undefined
  'status-values': Record<string, 'usable' | 'withheld' | 'canceled'>
}

/** What stands in the file, defaults filled in. */
export interface RawConfig {
  source: string
  languages: string[]
  articles: RawSource[]
  'cms-json'?: RawCmsJson | undefined
  fetch: { contact?: string | undefined; allow: string[] }
  glossary: string
  output: string
  store: string
  engine: EngineName | Record<string, EngineName>
  'missing-engine': 'fail' | 'skip'
  publish: 'complete' | 'partial'
  engines: {
    deepl: {
      price: number
      formality: 'default' | 'more' | 'less' | 'prefer_more' | 'prefer_less'
      model: 'quality_optimized' | 'prefer_quality_optimized' | 'latency_optimized'
    }
  }
  budget: BudgetLimits
  consistency: { days: number }
}

export type EngineName = 'auto' | 'deepl' | 'apertium' | 'pseudo'

/** Limits in units of `currency`; an absent one does not limit. */
export interface BudgetLimits {
  currency: string
  run?: number | undefined
  day?: number | undefined
  month?: number | undefined
}
