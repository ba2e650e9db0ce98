import { randomUUID } from 'node:crypto'

interface Dictionary {
  readonly source_lang: string
  readonly target_lang: string
  entries: string
}

interface Glossary {
  readonly glossary_id: string
  name: string
  readonly dictionaries: Dictionary[]
  readonly creation_time: string
}

/** What the glossary routes answer: a status and JSON, or nothing. */
export interface GlossaryAnswer {
  readonly status: number
  readonly json?: unknown
}

/** The glossaries of the pretended account. */
export interface GlossaryStore {
  readonly all: Map<string, Glossary>
  /** The most that the account holds; one more is answered 456. */
  most: number
  /** How many lists a new glossary is not yet on, as where servers copy from each other. */
  listsBehind: number
  /** The terms of a glossary for a pair of base languages; nothing when there is no such glossary. */
  terms(id: string, source: string, target: string): ReadonlyMap<string, string> | undefined
  /** Puts a glossary there as another person or an older run would have. */
  add(name: string, creationTime: string, dictionaries: readonly Dictionary[]): string
  handle(
    method: string,
    path: string,
    query: URLSearchParams,
    form: URLSearchParams,
  ): GlossaryAnswer
}

/** An empty store. */
export function glossaryStore(): GlossaryStore {
  const all = new Map<string, Glossary>()
  const behind = new Map<string, number>()
  const parsed = new WeakMap<Dictionary, { tsv: string; terms: ReadonlyMap<string, string> }>()

  const add: GlossaryStore['add'] = (name, creationTime, dictionaries) => {
    const id = randomUUID()
    all.set(id, {
      glossary_id: id,
      name,
      creation_time: creationTime,
      dictionaries: dictionaries.map((dictionary) => ({ ...dictionary })),
    })
    return id
  }

  /** Whether a glossary is left out of a list, which brings it nearer. */
  const isBehind = (id: string): boolean => {
    const lists = behind.get(id) ?? 0
    behind.set(id, lists - 1)
    return lists > 0
  }

  const store: GlossaryStore = {
    all,
    most: 1000,
    listsBehind: 0,
    add,
    terms(id, source, target) {
      const glossary = all.get(id)
      if (glossary === undefined) return undefined
      const dictionary = find(glossary, source, target)
      if (dictionary === undefined) return new Map()
      const known = parsed.get(dictionary)
      if (known?.tsv === dictionary.entries) return known.terms
      const terms = parseTsv(dictionary.entries)
      parsed.set(dictionary, { tsv: dictionary.entries, terms })
      return terms
    },
    handle(method, path, query, form) {
      const [id, part] = path.replace(/^\/v3\/glossaries\/?/, '').split('/')
      if (id === undefined || id === '') {
        if (method === 'GET') {
          const listed = [...all.values()].filter(({ glossary_id }) => !isBehind(glossary_id))
          return ok({ glossaries: listed.map(info) })
        }
        if (method !== 'POST') return { status: 405 }
        const dictionaries = readDictionaries(form)
        const broken = dictionaries.find(({ entries }) => !isTsv(entries))
        if (broken !== undefined || dictionaries.length === 0 || !form.get('name')) {
          return refused('Invalid glossary entries provided')
        }
        if (all.size >= store.most) return { status: 456, json: { message: 'Quota exceeded' } }
        const made = all.get(add(form.get('name') ?? '', new Date().toISOString(), dictionaries))
        if (made !== undefined) behind.set(made.glossary_id, store.listsBehind)
        return { status: 201, json: made && info(made) }
      }
      const glossary = all.get(id)
      if (glossary === undefined) return { status: 404, json: { message: 'Glossary not found' } }
      if (part === 'entries') return readEntries(glossary, query)
      if (part === 'dictionaries') return changeDictionary(glossary, method, query, form)
      if (method === 'GET') return ok(info(glossary))
      if (method === 'DELETE') all.delete(id)
      else if (method === 'PATCH') glossary.name = form.get('name') ?? glossary.name
      return method === 'DELETE' ? { status: 204 } : ok(info(glossary))
    },
  }
  return store
}

function readEntries(glossary: Glossary, query: URLSearchParams): GlossaryAnswer {
  const found = find(glossary, query.get('source_lang') ?? '', query.get('target_lang') ?? '')
  if (found === undefined) return { status: 404, json: { message: 'Dictionary not found' } }
  return ok({ dictionaries: [{ ...found, entries_format: 'tsv' }] })
}

/** PUT replaces a dictionary, PATCH merges into it: removed terms stay. */
function changeDictionary(
  glossary: Glossary,
  method: string,
  query: URLSearchParams,
  form: URLSearchParams,
): GlossaryAnswer {
  const given = method === 'DELETE' ? query : form
  const source = (given.get('source_lang') ?? '').toLowerCase()
  const target = (given.get('target_lang') ?? '').toLowerCase()
  const existing = find(glossary, source, target)
  if (method === 'DELETE') {
    if (existing === undefined) return { status: 404, json: { message: 'Dictionary not found' } }
    glossary.dictionaries.splice(glossary.dictionaries.indexOf(existing), 1)
    return { status: 204 }
  }
  const entries = given.get('entries') ?? ''
  if (!isTsv(entries)) return refused('Invalid glossary entries provided')
  const before = method === 'PATCH' ? parseTsv(existing?.entries ?? '') : new Map()
  const tsv = formatTsv(new Map([...before, ...parseTsv(entries)]))
  const dictionary = existing ?? { source_lang: source, target_lang: target, entries: '' }
  dictionary.entries = tsv
  if (existing === undefined) glossary.dictionaries.push(dictionary)
  return ok(dictionaryInfo(dictionary))
}

function readDictionaries(form: URLSearchParams): Dictionary[] {
  const dictionaries: Dictionary[] = []
  for (let index = 0; form.has(`dictionaries[${index}].entries`); index++) {
    const field = (name: string): string => form.get(`dictionaries[${index}].${name}`) ?? ''
    dictionaries.push({
      source_lang: field('source_lang').toLowerCase(),
      target_lang: field('target_lang').toLowerCase(),
      entries: field('entries'),
    })
  }
  return dictionaries
}

function find(glossary: Glossary, source: string, target: string): Dictionary | undefined {
  return glossary.dictionaries.find(
    (dictionary) =>
      dictionary.source_lang === source.toLowerCase() &&
      dictionary.target_lang === target.toLowerCase(),
  )
}

/** Each line a term and its rendering, no term twice. */
function isTsv(tsv: string): boolean {
  const lines = tsv.split('\n')
  const isPair = (line: string): boolean => /^[^\t]+\t[^\t]+$/.test(line)
  return lines.every(isPair) && parseTsv(tsv).size === lines.length
}

function parseTsv(tsv: string): ReadonlyMap<string, string> {
  const lines = tsv.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [term = '', rendering = ''] = line.split('\t')
      return [term, rendering]
    }),
  )
}

function formatTsv(terms: ReadonlyMap<string, string>): string {
  return [...terms].map(([term, rendering]) => `${term}\t${rendering}`).join('\n')
}

function info({ dictionaries, ...glossary }: Glossary): unknown {
  return { ...glossary, dictionaries: dictionaries.map(dictionaryInfo) }
}

function dictionaryInfo({ entries, ...languages }: Dictionary): unknown {
  return { ...languages, entry_count: parseTsv(entries).size }
}

function ok(json: unknown): GlossaryAnswer {
  return { status: 200, json }
}

function refused(message: string): GlossaryAnswer {
  return { status: 400, json: { message } }
}
