/** What stands round a number and changes what it may become in another language. */

/** A time of day: the hour may be told on either clock. */
export const clockAfter: RegExp =
  /^(?::[0-5]\d(?!\d)|\s?(?:[ap]\.?\s?m\b|o['’]clock|uhr|h\b|hs\b|heures?|ore\b|uur|kl\b|óra|hodin|ч\.|час|год|часа|时|時|点|點|시|น\.|น\s))/i
export const clockBefore: RegExp =
  /(?:\d:|\b(?:kl\.?|klo|ore|alle|às|as|las|pukul|jam|klockan|godz\.|в|о|об|الساعة|ساعت)\s)$/iu

/** A time of day as agencies write it: 0900 GMT. */
export const zoneAfter: RegExp = /^\s?(?:GMT|UTC|MSK|C?E[SD]?T|Uhr|hours\b|hrs\b)/

/** Names whose number a translation may leave out: 新冠 is COVID-19. */
export const namesBefore: RegExp = /(?:covid|sars-cov)-$/i

/** A decade: 1990s, '90s, 90er, 90-е, 90年代. */
export const decadeAfter: RegExp =
  /^(?:['’]?s\b|er\b|-?х\b|-[хеті]|년대|年代|-talet|-tallet|\s?luvu)/iu

/** The second half of a pair of years, 2023-24, or a year after an apostrophe. */
export const shortYearBefore: RegExp = /(?:(?<!\d)[12]\d{3}[-–—/]|['’‘])$/

/** A month as a number: 3月 is March. */
export const monthAfter: RegExp = /^\s?[月월]/

/** A part of a date or a fraction with strokes: 9/11, 2/3. */
export const strokeAfter: RegExp = /^[/⁄]\d/
export const strokeBefore: RegExp = /\d[/⁄]$/

/** Short scales that engines and people copy or spell out: $50K, 3m, 2bn. */
export const shortScales: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  tn: 1e12,
  tr: 1e12,
}

/** Measures that translators convert; the factor leads to the measure of the other system. */
export const measures: readonly { readonly after: RegExp; readonly factors: readonly number[] }[] =
  [
    { after: /^[\s-]?(?:miles?|mi)\b/i, factors: [1.609, 1.852] },
    { after: /^[\s-]?(?:mph|miles)\b/i, factors: [1.609] },
    { after: /^[\s-]?(?:foot|feet|ft)\b/i, factors: [0.3048, 30.48] },
    { after: /^[\s-]?(?:inch|inches|in)\b/i, factors: [2.54, 25.4] },
    { after: /^[\s-]?(?:yards?|yd)\b/i, factors: [0.9144] },
    { after: /^[\s-]?(?:pounds?|lbs?)\b/i, factors: [0.4536] },
    { after: /^[\s-]?(?:ounces?|oz)\b/i, factors: [28.35] },
    { after: /^[\s-]?(?:acres?)\b/i, factors: [0.4047, 4047, 0.004047] },
    { after: /^[\s-]?(?:square miles?)\b/i, factors: [2.59] },
    { after: /^[\s-]?(?:gallons?)\b/i, factors: [3.785] },
    { after: /^[\s-]?(?:km|kilom|км|кілом|килом|公里|キロ|كيلومتر|किलोमीटर)/i, factors: [0.6214] },
    { after: /^[\s-]?(?:m\b|met[er]|mètre|метр|米|メートル)/i, factors: [3.281] },
    { after: /^[\s-]?(?:kg|kilo|кг|公斤)/i, factors: [2.205] },
    { after: /^[\s-]?(?:hecta?r|hektar|ha\b|гектар|公顷)/i, factors: [2.471, 0.01] },
  ]

/** Degrees are not in proportion: 50 F is 10 C. */
export const fahrenheitAfter: RegExp = /^\s?(?:°\s?F|degrees? F|F\b)/

/** How far a converted and rounded measure may be off. */
export const conversionTolerance = 0.08

/** Years between the calendar of a language and the common one. */
export const calendars: Readonly<Record<string, readonly number[]>> = {
  th: [543],
  fa: [-621, -622],
  ps: [-621, -622],
  ja: [-2018, -1988, -1925],
  zh: [-1911],
  he: [3760, 3761],
  ar: [-579, -578],
  ne: [56, 57],
  am: [-7, -8],
}

/** Languages whose dual leaves out the number two: يومان is two days. */
export const dualLanguages: ReadonlySet<string> = new Set(['ar', 'arz', 'he', 'mt', 'sl'])
