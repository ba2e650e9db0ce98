import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { formatJson, type LanguageEntry, type Manifest } from '../../src/bundle/index.ts'
import type { Role } from '../../src/model.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

/** Where the pages of the tests are published. */
export const origin = 'https://courier.example'

const settings = `source: en
languages: [es, ar, zh-Hans, ru, de]
site: {url: ${origin}, title: The Courier}
`

type Texts = Readonly<Record<string, string>>

const flood: Readonly<Record<string, Texts>> = {
  en: {
    title: 'Danube towns begin to clean up after the flood',
    summary:
      'The river fell by 40 centimeters overnight, but 1,200 people in Austria, Slovakia and Hungary cannot go home yet.',
    b001: 'Volunteers carry sandbags along the river bank in Linz.',
    b002: 'Miriam Stein/Reuters',
    b003: 'Towns along the <a1>Danube</a1> began to clear away mud and driftwood on Thursday, a day after the river had reached its highest level in 12 years.',
    b004: 'Two nights, 18,000 sandbags',
    b005: '“We had two days of warning. Two days are a lot if you know what to do with them.”',
    b006: 'The flood is <em1>not</em1> over, the World Meteorological Organization warned. More rain is expected on the 21st of the month.',
    b007: '<strong1>Austria:</strong1> 650 soldiers and 40 boats',
    b008: '<strong1>Hungary:</strong1> beds for 480 people in Budapest and Esztergom',
    b009: 'Losses will be counted when the water is gone, the European Union said.',
  },
  ar: {
    title: 'بلدات الدانوب تبدأ أعمال التنظيف بعد الفيضان',
    summary:
      'انخفض منسوب النهر 40 سنتيمترا خلال الليل، لكن 1200 شخص في النمسا وسلوفاكيا والمجر لا يستطيعون العودة إلى منازلهم بعد.',
    b001: 'متطوعون يحملون أكياس الرمل على ضفة النهر في مدينة لينتس.',
    b002: 'Miriam Stein/Reuters',
    b003: 'بدأت البلدات الواقعة على نهر <a1>الدانوب</a1> يوم الخميس إزالة الطين والأخشاب التي جرفتها المياه، بعد يوم من بلوغ النهر أعلى مستوى له منذ 12 عاما.',
    b004: 'ليلتان و18 ألف كيس رمل',
    b005: '«كان أمامنا يومان من الإنذار. اليومان وقت طويل إذا كنت تعرف كيف تستفيد منهما».',
    b006: 'وحذرت المنظمة العالمية للأرصاد الجوية من أن الفيضان <em1>لم</em1> ينته بعد. ومن المتوقع هطول مزيد من الأمطار في الحادي والعشرين من الشهر.',
    b007: '<strong1>النمسا:</strong1> 650 جنديا و40 قاربا',
    b008: '<strong1>المجر:</strong1> أسرّة لـ480 شخصا في بودابست وإسترغوم',
    b009: 'وقال الاتحاد الأوروبي إن الخسائر ستُحصى بعد انحسار المياه.',
  },
  'zh-Hans': {
    title: '多瑙河沿岸城镇洪水过后开始清理',
    summary: '河水一夜之间下降了40厘米，但奥地利、斯洛伐克和匈牙利仍有1200人无法回家。',
    b001: '志愿者在林茨的河岸上搬运沙袋。',
    b002: 'Miriam Stein/Reuters',
    b003: '<a1>多瑙河</a1>沿岸城镇周四开始清理淤泥和浮木。前一天，河水达到了12年来的最高水位。',
    b004: '两个夜晚，1.8万个沙袋',
    b005: '“我们提前两天得到了预警。如果知道该做什么，两天的时间已经很充裕。”',
    b006: '世界气象组织警告说，洪水<em1>尚未</em1>结束。预计本月21日还会有更多降雨。',
    b007: '<strong1>奥地利：</strong1>650名士兵和40艘船',
    b008: '<strong1>匈牙利：</strong1>在布达佩斯和埃斯泰尔戈姆为480人提供床位',
    b009: '欧盟表示，损失要等洪水退去之后才能统计。',
  },
  // Two blocks are held for an editor: a partial edition.
  es: {
    title: 'Las ciudades del Danubio empiezan a limpiar tras la inundación',
    summary:
      'El río bajó 40 centímetros durante la noche, pero 1.200 personas en Austria, Eslovaquia y Hungría aún no pueden volver a casa.',
    b001: 'Voluntarios llevan sacos de arena por la orilla del río en Linz.',
    b002: 'Miriam Stein/Reuters',
    b003: 'Las ciudades a orillas del <a1>Danubio</a1> empezaron el jueves a retirar el barro y los troncos, un día después de que el río alcanzara su nivel más alto en 12 años.',
    b004: 'Dos noches, 18.000 sacos de arena',
    b005: '«Tuvimos dos días de aviso. Dos días son mucho si sabes qué hacer con ellos».',
    b007: '<strong1>Austria:</strong1> 650 soldados y 40 barcas',
    b008: '<strong1>Hungría:</strong1> camas para 480 personas en Budapest y Esztergom',
  },
}

const roles: Readonly<Record<string, Role>> = {
  title: 'headline',
  summary: 'summary',
  b001: 'caption',
  b002: 'credit',
  b004: 'heading',
  b005: 'quote',
  b007: 'item',
  b008: 'item',
}

/** Written in Arabic; in the English edition the headline is held, so it stands there in Arabic. */
const library: Readonly<Record<string, Texts>> = {
  ar: {
    title: 'مكتبة في الصحراء تحفظ 3000 مخطوطة (صور)',
    summary: 'أسرة في شنقيط ترمم كتبا عمرها ثمانية قرون.',
    b001: 'تحفظ أسرة في مدينة شنقيط الموريتانية مكتبة فيها نحو 3000 مخطوطة.',
  },
  en: {
    summary: 'A family in Chinguetti restores books that are eight centuries old.',
    b001: 'A family in the Mauritanian town of Chinguetti keeps a library of about 3,000 manuscripts.',
  },
}

const chess: Readonly<Record<string, Texts>> = {
  en: {
    title: 'Fourteen-year-old wins chess final in 31 moves',
    summary: 'The youngest finalist in the history of the cup needed less than three hours.',
    b001: 'The final in Tbilisi ended on Sunday after 31 moves.',
  },
  ru: {
    title: 'Четырнадцатилетняя шахматистка выиграла финал за 31 ход',
    summary: 'Самой юной финалистке в истории кубка понадобилось меньше трёх часов.',
    b001: 'Финал в Тбилиси завершился в воскресенье на 31-м ходу.',
  },
  'zh-Hans': {
    title: '14岁棋手31步赢得国际象棋决赛',
    summary: '这位杯赛历史上最年轻的决赛选手用时不到三小时。',
    b001: '第比利斯的决赛周日在第31步后结束。',
  },
  ar: {
    title: 'لاعبة في الرابعة عشرة تفوز بنهائي الشطرنج في 31 نقلة',
    summary: 'احتاجت أصغر متأهلة إلى النهائي في تاريخ الكأس إلى أقل من ثلاث ساعات.',
    b001: 'انتهى النهائي في تبليسي يوم الأحد بعد 31 نقلة.',
  },
}

const base = {
  slots: {},
  speakers: {},
  untranslated: [],
} satisfies Partial<Manifest>

function entry(state: LanguageEntry['state'], more: Partial<LanguageEntry> = {}): LanguageEntry {
  return {
    state,
    revision: '7f6a42ac2b651679',
    stale: false,
    held: [],
    at: '2026-11-21T09:00:00.000Z',
    ...more,
  }
}

const floodManifest: Manifest = {
  ...base,
  id: 'river-flood',
  source: 'en',
  revision: '7f6a42ac2b651679',
  url: 'https://wire.example/2026/11/river-flood',
  published: '2026-11-20T07:30:00Z',
  updated: '2026-11-21T08:00:00Z',
  byline: 'Jana Kovac',
  order: Object.keys(flood['en'] ?? {}),
  roles: { b003: 'paragraph', b006: 'paragraph', b009: 'paragraph', ...roles },
  slots: {
    b003: { a1: { tag: 'a', href: 'https://wire.example/topics/danube' } },
    b006: { em1: { tag: 'em' } },
    b007: { strong1: { tag: 'strong' } },
    b008: { strong1: { tag: 'strong' } },
  },
  speakers: { b005: 'Katalin Bognar' },
  within: { b007: { kind: 'ul', number: 1 }, b008: { kind: 'ul', number: 1 } },
  languages: {
    ar: entry('machine', { engine: 'deepl' }),
    de: { state: 'held', stale: false, held: ['b003'], engine: 'deepl' },
    en: entry('source'),
    es: entry('held', { engine: 'deepl', held: ['b006', 'b009'] }),
    'zh-Hans': entry('reviewed', { engine: 'deepl', reviewer: '李明' }),
  },
}

const libraryManifest: Manifest = {
  ...base,
  id: 'desert-library',
  source: 'ar',
  revision: '0f6a42ac2b651670',
  published: '2026-11-19T10:00:00+01:00',
  order: ['title', 'summary', 'b001'],
  roles: { title: 'headline', summary: 'summary', b001: 'paragraph' },
  languages: { ar: entry('source'), en: entry('held', { engine: 'apertium', held: ['title'] }) },
}

const chessManifest: Manifest = {
  ...base,
  id: 'chess-final',
  source: 'en',
  revision: '1f6a42ac2b651671',
  published: '2026-11-15T18:00:00Z',
  order: ['title', 'summary', 'b001'],
  roles: { title: 'headline', summary: 'summary', b001: 'paragraph' },
  languages: {
    ar: entry('machine', { engine: 'deepl' }),
    en: entry('source'),
    ru: entry('machine', { engine: 'deepl', stale: true, revision: '1f6a42ac2b65aaaa' }),
    'zh-Hans': entry('machine', { engine: 'deepl' }),
  },
}

/** A tombstone: what `babelwire withdraw` leaves. */
export const withdrawnManifest: Manifest = {
  ...base,
  id: 'bridge-collapse',
  source: 'en',
  revision: '2f6a42ac2b651672',
  order: [],
  roles: {},
  languages: {},
  withdrawn: { at: '2026-11-18T12:00:00Z', reason: 'The event did not take place.' },
}

/** Writes an article as a run publishes it. */
export function writeArticle(
  output: string,
  manifest: Manifest,
  bundles: Readonly<Record<string, Texts>>,
): void {
  const write = (file: string, value: unknown): void => {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, formatJson(value))
  }
  for (const [tag, messages] of Object.entries(bundles)) {
    write(path.join(output, tag, 'articles', `${manifest.id}.json`), messages)
  }
  write(path.join(output, 'articles', `${manifest.id}.json`), manifest)
}

/** A newsroom with articles in Latin, Cyrillic, Arabic and Chinese script, in every state there is. */
export function openSiteNewsroom(config: string = settings): Newsroom {
  const newsroom = openNewsroom({ 'babelwire.yaml': config })
  const output = newsroom.path('locales')
  writeArticle(output, floodManifest, flood)
  writeArticle(output, libraryManifest, library)
  writeArticle(output, chessManifest, chess)
  writeArticle(output, withdrawnManifest, {})
  return newsroom
}

/** Many short articles in the languages given, the newest with the highest number. */
export function writeBacklog(output: string, count: number, tags: readonly string[]): void {
  for (let at = 1; at <= count; at++) {
    const number = String(at).padStart(5, '0')
    const manifest: Manifest = {
      ...base,
      id: `market-${number}`,
      source: 'en',
      revision: number.padStart(16, '0'),
      published: new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString(),
      order: ['title', 'b001'],
      roles: { title: 'headline', b001: 'paragraph' },
      languages: Object.fromEntries(
        tags.map((tag) => [tag, entry(tag === 'en' ? 'source' : 'machine', { engine: 'deepl' })]),
      ),
    }
    const texts = {
      title: `Market report no. ${at}`,
      b001: 'Prices rose on Monday in Frankfurt, London and New York.',
    }
    writeArticle(output, manifest, Object.fromEntries(tags.map((tag) => [tag, texts])))
  }
}
