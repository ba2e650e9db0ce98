export { apertiumEngine } from './apertium.ts'
export { createCaller, type CallPolicy, type Caller, type Meter } from './call.ts'
export { deeplEngine } from './deepl.ts'
export {
  EngineError,
  noGlossaries,
  type Engine,
  type EngineAnswer,
  type EngineGlossary,
  type EngineGlossaryState,
  type EngineRequest,
  type PreparedGlossaries,
  type PrepareOptions,
} from './engine.ts'
export { pseudoEngine } from './pseudo.ts'
export { packRequests, splitSentences, wrapSentences, type Packed } from './units.ts'
export { validateAnswer, type ValidAnswer } from './validate.ts'
