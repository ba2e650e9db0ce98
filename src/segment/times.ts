import type { Boundary } from './boundary.ts'

const day = 'Mon|Tues|Wednes|Thurs|Fri|Satur|Sun'
const month =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.'
const zone =
  'GMT|UTC|[ECMP][SD]?T|CES?T|EES?T|BST|IST|JST|MSK|Eastern|Central|Pacific|Mountain|Greenwich|Moscow|local|Kyiv time|Kiev time'

const dateOrZone = new RegExp(`^\\(?(?:(?:${day})day|(?:${month})|(?:${zone})\\b)`)
const timeOfDay = /(?:^|[\s\d])[ap]\.\s?m\.$/i
const timeFirst =
  /^\W*(?:At|By|Around|About|Before|After|Until|From|Since|Just|Shortly)\s[^,.]{1,24}$/

/** Whether the text up to `end` closes with `a.m.` or `p.m.`. */
export function isTimeOfDay(text: string, end: number): boolean {
  return timeOfDay.test(text.slice(Math.max(0, end - 6), end))
}

/** `at 5 p.m. Monday`, `5 p.m. ET`, and `At 5 a.m. Mr. Smith left.`; else the time ends the sentence. */
export function timeGoesOn({ text, start, end, next }: Boundary): boolean {
  if (dateOrZone.test(text.slice(next, next + 16))) return true
  return timeFirst.test(text.slice(start, end).replace(/\s?[ap]\.\s?m\.$/i, ''))
}

const afterCompany =
  /^(?:(?:Chief|Chairman|Chairwoman|Chair|Chief Executive|President|Vice|CEO|CFO|Founder|Director|Executive|Co-)\b|\()/

/** `Apple Inc. Chief Executive Tim Cook`, `Pfizer Inc. Monday said …`: else a company ends the sentence. */
export function companyGoesOn({ text, next }: Boundary): boolean {
  const following = text.slice(next, next + 16)
  return dateOrZone.test(following) || afterCompany.test(following)
}
