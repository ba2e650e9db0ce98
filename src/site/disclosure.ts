/**
 * How a text came about, as IPTC's vocabulary has it; schema.org and image metadata use the same.
 * Neural engines learnt from texts; Apertium's rules and the pseudo engine did not.
 */
const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/'
const untrained = new Set(['apertium', 'pseudo'])

/** What machines and crawlers are told of a translation. */
export interface Disclosure {
  /** An address of IPTC's digital source types. */
  readonly sourceType: string
  readonly isReviewed: boolean
}

/** The disclosure of one language of an article; nothing for the original, which people wrote. */
export function disclosureOf(
  entry: { readonly state: string; readonly engine?: string } | undefined,
): Disclosure | undefined {
  if (entry === undefined || entry.state === 'source') return undefined
  const isReviewed = entry.state === 'reviewed'
  const isTrained = !untrained.has(entry.engine ?? '')
  const machine = isTrained ? 'trainedAlgorithmicMedia' : 'algorithmicMedia'
  const mixed = isTrained ? 'compositeWithTrainedAlgorithmicMedia' : 'humanEdits'
  return { sourceType: vocabulary + (isReviewed ? mixed : machine), isReviewed }
}
