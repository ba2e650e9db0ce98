import type { DeeplFault } from './deepl-faults.ts'
import type { GlossaryStore } from './deepl-glossaries.ts'
import { sourceLanguages, targetLanguages } from './deepl-server-languages.ts'
import {
  MalformedXml,
  translatePlain,
  translateXml,
  type TranslateTask,
} from './deepl-translate.ts'

/** How the pretended translations come out. */
export interface TranslationOptions {
  /** Characters of the account; what is over is answered 456. */
  readonly quota?: number
  /** Glossary terms that are missed. */
  readonly forgets?: readonly string[]
  /** Endings that are added to the renderings of glossary terms, by term. */
  readonly inflects?: Readonly<Record<string, string>>
  /** Renderings that come before the glossary, by source words. */
  readonly renders?: Readonly<Record<string, string>>
}

export interface TranslateAnswer {
  readonly status: number
  readonly json: unknown
  readonly billed: number
  readonly texts: number
}

/** What `POST /v2/translate` answers, with the fault done to it. */
export function answerTranslate(
  form: URLSearchParams,
  options: TranslationOptions,
  glossaries: GlossaryStore,
  fault: 'ok' | DeeplFault,
): TranslateAnswer {
  const sources = form.getAll('text')
  const refusal = refusalOf(form, sources)
  if (refusal !== undefined) return refused(400, refusal)
  const task = taskOf(form, options, glossaries)
  if (task === undefined) return refused(404, 'Glossary not found')
  let translations: { text: string; billed: number }[]
  try {
    const one = form.get('tag_handling') === 'xml' ? translateXml : translatePlain
    translations = sources.map((text) => one(text, task))
  } catch (error) {
    if (error instanceof MalformedXml) return refused(400, error.message)
    throw error
  }
  const billed = translations.reduce((sum, translation) => sum + translation.billed, 0)
  if (billed > (options.quota ?? Infinity)) return refused(456, 'Quota Exceeded')
  const kind = translations.map(({ text }) => text)
  const texts = fault !== 'ok' && fault.kind === 'texts' ? fault.change(kind) : kind
  const json = {
    translations: texts.map((text, index) => ({
      detected_source_language: form.get('source_lang')?.toUpperCase() ?? 'EN',
      text,
      billed_characters:
        fault !== 'ok' && fault.kind === 'billed' ? fault.billed : translations[index]?.billed,
      model_type_used: 'quality_optimized',
    })),
  }
  return { status: 200, json, billed, texts: sources.length }
}

function refused(status: number, message: string): TranslateAnswer {
  return { status, json: { message }, billed: 0, texts: 0 }
}

/** Nothing when the request names a glossary that does not exist. */
function taskOf(
  form: URLSearchParams,
  { forgets = [], inflects = {}, renders = {} }: TranslationOptions,
  glossaries: GlossaryStore,
): TranslateTask | undefined {
  const target = form.get('target_lang') ?? ''
  const id = form.get('glossary_id')
  const base = (code: string): string => code.split('-')[0] ?? ''
  const terms =
    id === null
      ? new Map<string, string>()
      : glossaries.terms(id, base(form.get('source_lang') ?? ''), base(target))
  if (terms === undefined) return undefined
  return {
    target,
    ignoreTags: new Set((form.get('ignore_tags') ?? '').split(',')),
    terms,
    forgets: new Set(forgets),
    inflects,
    renders,
  }
}

/** What the API refuses with 400. */
function refusalOf(form: URLSearchParams, texts: readonly string[]): string | undefined {
  const source = form.get('source_lang')?.toUpperCase()
  const target = form.get('target_lang')?.toUpperCase()
  const known = targetLanguages.find(({ language }) => language === target)
  if (known === undefined) return "Value for 'target_lang' not supported."
  if (source !== undefined && !sourceLanguages.some(({ language }) => language === source)) {
    return "Value for 'source_lang' not supported."
  }
  if (texts.length === 0) return "Parameter 'text' not specified."
  if (texts.length > 50) return 'Too many texts: at most 50.'
  if (form.has('glossary_id') && source === undefined) return "'source_lang' is required."
  const formality = form.get('formality') ?? 'default'
  if (!known.supports_formality && !/^(?:default|prefer_)/.test(formality)) {
    return "'formality' is not supported for given 'target_lang'."
  }
  return undefined
}
