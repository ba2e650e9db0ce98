/** A sentence that is not cut as it should be. */
export interface KnownMiss {
  readonly locale: string
  /** As it should be cut. */
  readonly wanted: string
  readonly reason: string
}

const platform = 'the platform proposes no cut here, and no rule adds one'

/** What is still wrong; not asserted, so that a better platform breaks no build. */
export const knownMisses: readonly KnownMiss[] = [
  { locale: 'en', wanted: 'Ukraine’s GDP grew. |iPhone sales did not.', reason: platform },
  { locale: 'en', wanted: 'The war began in 2014. |18 people died that day.', reason: platform },
  { locale: 'en', wanted: 'He left.|He did not return.', reason: platform },
  { locale: 'nl', wanted: 'De raketten kwamen. |81 procent was raak.', reason: platform },
  { locale: 'pl', wanted: '– Nie wiem – powiedział Tusk. |– To trudne.', reason: platform },
  { locale: 'hy', wanted: 'Ինչո՞ւ հիմա: |Ոչ ոք չգիտի:', reason: platform },
  {
    locale: 'en',
    wanted: 'He was born in the U.S. |Zelenskyy was not.',
    reason: 'a name after an acronym reads as "U.S. President"',
  },
  {
    locale: 'de',
    wanted: 'Er wurde 5. |Selenskyj wurde Erster.',
    reason: 'a noun after a number reads as "5. Mai"',
  },
  {
    locale: 'th',
    wanted: 'ทำไม? |ไม่มีใครรู้',
    reason: 'Thai blocks stay whole: only white space separates sentences and clauses alike',
  },
  {
    locale: 'zh-Hans',
    wanted: '“好！”“好！”大家喊道。',
    reason: 'two quotations share one attribution',
  },
  {
    locale: 'kk',
    wanted: '1916 ж. Ә. Бөкейханов келді. |Ол кетті.',
    reason: 'a unit before an initial reads as the end of a sentence',
  },
  {
    locale: 'en',
    wanted: '“No!” |Smith said yes to nothing else.',
    reason: 'reads as an attribution; only pronouns and articles after "said" tell them apart',
  },
]
