import type { Config } from '../config.ts'
import { isPseudo } from '../locale.ts'
import type { Locale } from '../model.ts'
import { lackOf, type Env, type RealEngine } from './make-engine.ts'

/** The engines of a language in the order they are asked. */
export interface Chain {
  readonly names: readonly RealEngine[]
  /**
   * Whether the configuration lists several, so that one may stand in for another. `auto` alone takes the
   * best that is here: what it took must not be followed by less because it fails.
   */
  readonly isListed: boolean
}

/** Pseudo text is never a silent stand-in for a language. */
export function chainOf(config: Config, env: Env, target: Locale): Chain {
  const wanted = config.engine(target)
  const isListed = wanted.length > 1
  const names = wanted.flatMap((name): readonly RealEngine[] => {
    if (name === 'pseudo') return isListed && !isPseudo(target) ? [] : [name]
    if (name !== 'auto') return [name]
    if (isPseudo(target)) return ['pseudo']
    const set = (['deepl', 'libretranslate'] as const).filter(
      (one) => lackOf(one, config, env) === undefined,
    )
    return [...set, 'apertium']
  })
  return { names: [...new Set(names)], isListed }
}
