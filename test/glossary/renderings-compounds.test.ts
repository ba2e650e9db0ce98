import { expect, test } from 'vitest'
import { hasName } from './inflection-samples.ts'
import { verdict } from './helpers.ts'

test.each([
  ['de', 'Ukraine', 'Der Ukrainekrieg dauert an.'],
  ['de', 'Ukraine', 'Das Ukrainekriegsende bleibt fern.'],
  ['de', 'Kreml', 'Kremlsprecher Peskow schwieg.'],
  ['de', 'NATO', 'Der Natogipfel begann.'],
  ['de', 'Moskau', 'Die Moskaureise fiel aus.'],
  ['de', 'Kreml', 'Die kremlnahe Zeitung schwieg.'],
  ['de', 'Ukraine', 'Kämpfe in der Ostukraine'],
  ['de', 'Syrien', 'Nordsyriens Kurden'],
  ['lb', 'Ukraine', 'Den Ukrainekrich an d’Ukrainekonferenz'],
  ['nl', 'Oekraïne', 'De Oekraïneoorlog duurt voort.'],
  ['sv', 'Ukraina', 'Ukrainakriget fortsätter.'],
  ['sv', 'Ryssland', 'Rysslandsgränsen är stängd.'],
  ['sv', 'Ukraina', 'Östukraina beskjuts.'],
  ['da', 'Ukraine', 'Ukrainekrigen fortsætter i Østukraine.'],
  ['nb', 'Ukraina', 'Ukrainakrigen fortsetter.'],
  ['fi', 'Nato', 'Natojäsenyys ratkaistiin.'],
  ['et', 'Kreml', 'Kremlimeelne ajaleht vaikis, Kremlmeelne erakond samuti.'],
  ['hu', 'Kijev', 'Kijevpárti képviselők'],
  ['is', 'Úkraína', 'Austur-Úkraína var skotmark.'],
])('%s: %s stands in "%s"', (locale, name, sentence) => {
  expect(hasName(sentence, [name], locale)).toBe(true)
})

test.each([
  ['de', 'Korea', 'Nordkorea und Südkorea'],
  ['de', 'Sudan', 'Südsudan'],
  ['de', 'Zypern', 'Nordzypern'],
  ['de', 'Irland', 'Nordirland'],
  ['de', 'Mazedonien', 'Nordmazedonien'],
  ['sv', 'Korea', 'Sydkorea'],
  ['da', 'Korea', 'Sydkorea'],
  ['nb', 'Korea', 'Sør-Koreansk Nordkorea'],
  ['nl', 'Timmer', 'Timmermans sprak.'],
  ['de', 'Mark', 'Der Marktplatz ist leer.'],
  ['de', 'Marin', 'Marinesoldaten landeten.'],
  ['de', 'Ukraine', 'Die Ukrainerin gewann.'],
  ['de', 'Merkel', 'Merkelbach gewann.'],
  ['de', 'NATO', 'Die Nation wählt, natogipfel klein geschrieben.'],
  ['de', 'Rom', 'Der Romkrieg'],
  ['es', 'Kiev', 'Kievguerra'],
])('%s: %s does not stand in "%s"', (locale, name, sentence) => {
  expect(hasName(sentence, [name], locale)).toBe(false)
})

test.each(['Kiewbesuch', 'Kiews Straßen', 'Kiewer Straßen'])(
  'a forbidden form is known in %s',
  (words) => {
    const entry = 'Kyiv: {to: {de: Kyjiw}, never: {de: [Kiew]}}'
    expect(verdict('Kyiv was quiet.', `${words}; Kyjiw war ruhig.`, [entry], 'de')).toEqual([
      'error: Kyiv: "Kiew" must never stand here',
    ])
  },
)
