/** Words that may stand twice in a row, by language. */
const lists: Readonly<Record<string, string>> = {
  ar: 'من ما أن لا في يوما شيئا رويدا مرة كل الله واحدا اثنين دكا صفا جنبا سنة شهرا بيتا قليلا',
  bg: 'не се да много едва',
  ca: 'que nos vos poc molt',
  cs: 'se si velmi',
  da: 'der så meget at det og',
  de: 'die der das dem den sie nach und mit für wie es so sehr',
  en: 'that had is very really many much so no bye blah long far more do who in on',
  eo: 'tre pli',
  es: 'que muy no sí nos casi poco',
  fa: 'تک آرام کم دسته بارها',
  fi: 'että pikku hyvin',
  fr: 'vous nous très en que si non pas vite',
  he: 'לא אט לאט יום שנים שניים מאוד',
  hr: 'je se vrlo',
  hu: 'a az is sok hogy már',
  it: 'piano molto no via man si sì quasi poco così via',
  ja: '',
  ko: '수 더 각 그 하나 좀 또 및',
  nb: 'som så det at for på veldig meget',
  nl: 'die dat zij heel er had was haar in van als we te hij is',
  nn: 'som så det at for på veldig',
  pl: 'się bardzo nie no już',
  pt: 'que muito não nos se quase logo já',
  ro: 'încet mult o a nu',
  ru: 'едва еле чуть да нет очень что это как всё так',
  sk: 'sa si veľmi',
  sl: 'se je zelo',
  sr: 'је се врло je se vrlo',
  sv: 'som så det att för på mycket i av den har',
  uk: 'ледь геть дуже що так це',
}

/** The words a language may repeat. */
export const repeatableWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Languages that double words to form plurals, adverbs and stress, or put spaces inside words. */
export const reduplicatingLanguages: ReadonlySet<string> = new Set(
  (
    'id ms jv su min ban ace bjn mad fil tl ceb ilo war pam vi hi ur bn as or pa gu mr ne mai bho ' +
    'sat ta te kn ml si tr az tk uz kk ky ug tt ba cv hy ka fa ckb ku sw rw rn ny ln sn zu xh ht ' +
    'pap srn tpi bi haw mi sm to fj am ti om yo ig ha tw ee wo zh yue ja th lo km my shn dz bo'
  ).split(' '),
)
