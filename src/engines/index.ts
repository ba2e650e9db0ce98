export { apertiumEngine } from './apertium.ts'
export { createCaller, type Caller, type Meter } from './call.ts'
export type { CallPolicy, EngineAlert, EngineAttempt } from './call-policy.ts'
export { deeplEngine } from './deepl.ts'
export {
  EngineError,
  noGlossaries,
  type Engine,
  type EngineAnswer,
  type EngineFailure,
  type EngineGlossary,
  type EngineGlossaryState,
  type EngineRequest,
  type PreparedGlossaries,
  type PrepareOptions,
} from './engine.ts'
export { libreTranslateEngine } from './libretranslate.ts'
export { createPaceKeeper, paceKey, type PaceKeeper } from './pace-keeper.ts'
export { pseudoEngine } from './pseudo.ts'
export { packRequests, splitSentences, wrapSentences, type Packed } from './units.ts'
export { validateAnswer, type ValidAnswer } from './validate.ts'
