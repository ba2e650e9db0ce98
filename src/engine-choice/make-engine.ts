import type { Config, EngineName } from '../config.ts'
import {
  apertiumEngine,
  deeplEngine,
  libreTranslateEngine,
  paceKey,
  pseudoEngine,
  type Engine,
} from '../engines/index.ts'

/** The environment a command runs in. */
export type Env = Readonly<Record<string, string | undefined>>

/** An engine that can be made; `auto` stands for several. */
export type RealEngine = Exclude<EngineName, 'auto'>

/** What an engine cannot do without and does not have here: `key` or `address`. */
export function lackOf(name: RealEngine, config: Config, env: Env): 'key' | 'address' | undefined {
  if (name === 'deepl') return set(env['DEEPL_AUTH_KEY']) === undefined ? 'key' : undefined
  if (name === 'libretranslate' && libreUrl(config, env) === undefined) return 'address'
  return undefined
}

/**
 * An engine as the configuration and the environment set it up.
 * @throws {BabelwireError} `auth` or `config` for a key or an address that cannot work.
 */
export function makeEngine(name: RealEngine, config: Config, env: Env): Engine {
  switch (name) {
    case 'apertium':
      return apertiumEngine()
    case 'pseudo':
      return pseudoEngine({ any: true })
    case 'libretranslate': {
      const { price, concurrency } = config.engines.libretranslate
      return libreTranslateEngine({
        url: libreUrl(config, env) ?? '',
        key: env['LIBRETRANSLATE_API_KEY'],
        isPaid: price > 0,
        concurrency,
      })
    }
    case 'deepl': {
      const { formality, model, concurrency } = config.engines.deepl
      const engine = deeplEngine({
        key: env['DEEPL_AUTH_KEY'] ?? '',
        formality,
        model,
        serverUrl: set(env['DEEPL_SERVER_URL']),
      })
      return { ...engine, traits: { ...engine.traits, concurrency } }
    }
  }
}

/**
 * Under which name all machines share the limits of an engine: its account, or its server. An engine that
 * runs on the machine itself shares nothing.
 */
export function sharedPaceKey(name: RealEngine, config: Config, env: Env): string | undefined {
  if (name === 'deepl') return paceKey(name, set(env['DEEPL_AUTH_KEY']) ?? '')
  if (name !== 'libretranslate') return undefined
  return paceKey(name, `${libreUrl(config, env)} ${set(env['LIBRETRANSLATE_API_KEY']) ?? ''}`)
}

/** What is deployed outranks what is written down. */
function libreUrl(config: Config, env: Env): string | undefined {
  return set(env['LIBRETRANSLATE_URL']) ?? set(config.engines.libretranslate.url)
}

function set(value: string | undefined): string | undefined {
  const trimmed = value?.trim()
  return trimmed === '' ? undefined : trimmed
}
