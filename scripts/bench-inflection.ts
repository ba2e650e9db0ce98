/**
 * npm run bench:inflection: how well names are known in translations. Sentences of
 * `test/glossary/inflection-data/`: recall of the dictionary form alone and with inflections,
 * false hits on names much alike, and false hits of every name in every sentence that has it not.
 */
import { measureInflection, type Measured } from '../test/glossary/inflection-measure.ts'
import type { Half } from '../test/glossary/inflection-samples.ts'

const percent = (part: number, whole: number, digits: number): string =>
  whole === 0 ? '-' : ((100 * part) / whole).toFixed(digits)

function row(name: string, m: Measured): string {
  return [
    '',
    name,
    m.named,
    percent(m.exact, m.named, 1),
    percent(m.known, m.named, 1),
    m.others,
    m.mistaken,
    m.pairs,
    `${m.falseHits.length} (${percent(m.falseHits.length, m.pairs, 3)} %)`,
    '',
  ].join(' | ')
}

const isVerbose = process.argv.includes('--verbose')
const chosen = process.argv.filter((one): one is Half => one === 'unseen' || one === 'tuning')
for (const half of chosen.length > 0 ? chosen : (['tuning', 'unseen'] as const)) {
  const { rows, total } = measureInflection(half)
  console.log(`\n${half}\n`)
  console.log(
    '| language | sentences | recall exact % | recall % | names alike | taken for it | pairs | false hits |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const measured of rows) console.log(row(measured.locale, measured).trim())
  console.log(row('all', total).trim())
  if (!isVerbose) continue
  for (const { locale, misses, mistakes, falseHits } of rows) {
    for (const miss of misses) console.log(`missed     ${locale}  ${miss}`)
    for (const mistake of mistakes) console.log(`mistaken   ${locale}  ${mistake}`)
    for (const hit of falseHits) console.log(`false hit  ${locale}  ${hit}`)
  }
}
