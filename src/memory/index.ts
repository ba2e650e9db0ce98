export { keyText, memoryKey, normaliseSource, type MemoryKey, type NormalisedText } from './key.ts'
export { openMemory, type Attempt, type Memory, type Remembered } from './memory.ts'
