import { z } from 'zod'

const engineName = z.enum(['auto', 'deepl', 'libretranslate', 'apertium', 'pseudo'], {
  error: (issue) =>
    `"${String(issue.input)}" is not an engine; write auto, deepl, libretranslate, apertium or pseudo`,
})
/** One engine, or several: the next is asked when the one before fails. */
const engineChain = z.union([engineName, z.array(engineName).min(1)])

const amount = z
  .number({ error: 'must be a number, such as 20 or 2.5' })
  .nonnegative({ error: 'must not be negative' })

const atOnce = z
  .number({ error: 'must be a number, such as 10' })
  .int({ error: 'must be a whole number' })
  .min(1, { error: 'must be at least 1' })
  .max(1000, { error: 'must be at most 1000' })
  .describe('Requests in flight at once, over all machines')

const pointer = z.string().regex(/^(?:\/(?:[^~/]|~[01])*)*$/u, {
  error: 'must be a JSON Pointer, such as /data/title',
})
const fullText = z.enum(['auto', 'feed', 'link'])

const duration = z.string().regex(/^[1-9][0-9]{0,5} ?[smhd]$/, {
  error: 'must be a time such as 30s, 5m, 2h or 1d',
})
/** When a service looks at a source, and how urgent what it finds there is. */
const schedule = {
  every: duration.optional().describe('How often a service looks: 30s, 5m, 2h, 1d'),
  cron: z.string().optional().describe('When a service looks, as five or six cron fields'),
  'time-zone': z.string().optional().describe('Of the cron fields, such as Europe/Kyiv'),
  urgency: z
    .number({ error: 'must be a number from 1, the most urgent, to 9' })
    .int({ error: 'must be a whole number from 1 to 9' })
    .min(1, { error: 'must be from 1, the most urgent, to 9' })
    .max(9, { error: 'must be from 1, the most urgent, to 9' })
    .optional()
    .describe('IPTC urgency of its articles: 1 overtakes everything, 5 is usual'),
}
const source = z.union(
  [
    z.string(),
    z.strictObject({ feed: z.string(), 'full-text': fullText.default('auto'), ...schedule }),
    z.strictObject({ page: z.string(), ...schedule }),
    z.strictObject({ files: z.string(), ...schedule }),
  ],
  {
    error:
      'must be a file, a folder or an address, or an object with feed, page or files, such as {feed: address, every: 5m}',
  },
)
const perLanguage = z.union([amount, z.record(z.string(), amount)], {
  error: 'must be a number, or a map of language to number with `default`',
})
const notifiedOf = z
  .array(z.enum(['published', 'held', 'failed', 'budget', 'quota', 'withdrawn']))
  .optional()
  .describe('What is told; all when absent')

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
    .union([engineChain, z.record(z.string(), engineChain)])
    .default('auto')
    .describe(
      'An engine, a list of engines of which the next stands in for the one before, or a map of language to these with `default`',
    ),
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
          concurrency: atOnce.default(10),
        })
        .prefault({}),
      libretranslate: z
        .strictObject({
          url: z.string().optional().describe('Address of the server'),
          price: amount.default(0).describe('Per million characters, in the budget currency'),
          concurrency: atOnce.default(4),
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
      article: amount.optional().describe('Most that one article may cost, all languages together'),
      language: perLanguage.optional().describe('Most that one language may cost in a month'),
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
  service: z
    .strictObject({
      host: z.string().default('127.0.0.1').describe('Address it listens at'),
      port: z
        .number({ error: 'must be a port, such as 4040' })
        .int({ error: 'must be a whole number' })
        .min(0, { error: 'must not be negative' })
        .max(65535, { error: 'must be at most 65535' })
        .default(4040)
        .describe('Port it listens at; 0 takes a free one'),
      every: duration.default('5m').describe('How often sources without a schedule are looked at'),
      attempts: z
        .number({ error: 'must be a number, such as 8' })
        .int({ error: 'must be a whole number' })
        .min(1, { error: 'must be at least 1' })
        .default(8)
        .describe('How often a job is tried before it waits for a person'),
    })
    .prefault({})
    .describe('Of babelwire start'),
  site: z
    .strictObject({
      url: z
        .string()
        .regex(/^https?:\/\/[^/?#\s@]+\/?$/i, {
          error: 'must be an http or https address without a path, such as https://courier.example',
        })
        .refine(URL.canParse, { error: 'is not an address' })
        .optional()
        .describe('Public address of the pages'),
      title: z
        .string()
        .trim()
        .min(1, { error: 'must not be empty' })
        .default('News')
        .describe('Name of the newspaper'),
      robots: z
        .enum(['index', 'noindex'], { error: 'must be index or noindex' })
        .default('noindex')
        .describe('Whether search engines may keep machine text that nobody reviewed'),
      out: z.string().default('site').describe('Folder of the static pages'),
    })
    .prefault({})
    .describe('The pages for readers'),
  notify: z
    .array(
      z.union(
        [
          z.strictObject({
            webhook: z
              .string()
              .regex(/^https?:\/\//, { error: 'must be an http or https address' }),
            'secret-env': z
              .string()
              .optional()
              .describe('Environment variable with the secret that signs what is sent'),
            events: notifiedOf,
          }),
          z.strictObject({
            command: z.array(z.string()).min(1).describe('Program and its arguments'),
            events: notifiedOf,
          }),
        ],
        { error: 'must have a webhook (an address) or a command (a list)' },
      ),
    )
    .default([])
    .describe('Who is told what a service does'),
})

/** A source as the file says it. */
export type RawSource =
  | string
  | (({ feed: string; 'full-text': FullText } | { page: string } | { files: string }) & RawSchedule)

/** When a service looks at a source, as the file says it. */
export interface RawSchedule {
  every?: string | undefined
  cron?: string | undefined
  'time-zone'?: string | undefined
  urgency?: number | undefined
}

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
  engine: EngineChain | Record<string, EngineChain>
  'missing-engine': 'fail' | 'skip'
  publish: 'complete' | 'partial'
  engines: {
    deepl: {
      price: number
      formality: 'default' | 'more' | 'less' | 'prefer_more' | 'prefer_less'
      model: 'quality_optimized' | 'prefer_quality_optimized' | 'latency_optimized'
      concurrency: number
    }
    libretranslate: { url?: string | undefined; price: number; concurrency: number }
  }
  budget: BudgetLimits
  consistency: { days: number }
  service: { host: string; port: number; every: string; attempts: number }
  site: { url?: string | undefined; title: string; robots: 'index' | 'noindex'; out: string }
  notify: RawHook[]
}

/** Who is told what, as the file says it. */
export type RawHook = { events?: NotifiedEvent[] | undefined } & (
  { webhook: string; 'secret-env'?: string | undefined } | { command: string[] }
)

/** What a service tells. */
export type NotifiedEvent = 'published' | 'held' | 'failed' | 'budget' | 'quota' | 'withdrawn'

export type EngineName = 'auto' | 'deepl' | 'libretranslate' | 'apertium' | 'pseudo'
/** The engines of a language, in the order they are asked. */
export type EngineChain = EngineName | EngineName[]

/** Limits in units of `currency`; an absent one does not limit. */
export interface BudgetLimits {
  currency: string
  run?: number | undefined
  day?: number | undefined
  month?: number | undefined
  /** Of all languages of one article together. */
  article?: number | undefined
  /** Of a language in a month: one amount for each, or by language with `default`. */
  language?: number | Record<string, number> | undefined
}
