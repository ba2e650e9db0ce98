export { joinSegments, joinSentences, type JoinableSegment } from './join.ts'
export { segmentBlock } from './segment.ts'
export { sentenceCuts } from './sentences.ts'
