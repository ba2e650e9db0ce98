export {
  keyText,
  memoryKey,
  normaliseSource,
  sourceHash,
  type MemoryKey,
  type NormalisedText,
} from './key.ts'
export { openFlights, type Flights } from './flights.ts'
export { openMemory, type Attempt, type Memory, type Remembered } from './memory.ts'
