import { expect, test } from 'vitest'
import { checkLength } from '../../src/checks/length.ts'
import { translated } from './input.ts'

const source =
  'The parliament approved the budget on Thursday after weeks of talks between the three parties of the coalition.'

test.each([
  ['es', 'El Parlamento aprobó.'],
  ['zh-Hans', '议会批准。'],
  [
    'de',
    `${'Das Parlament billigte am Donnerstag nach wochenlangen Gesprächen den Haushalt. '.repeat(4)}`,
  ],
])('%s: a stump or a flood is a warning', (locale, text) => {
  const findings = checkLength(translated(source, text, locale))
  expect(findings).toMatchObject([{ check: 'length', severity: 'warning' }])
})

test.each([
  [
    'es',
    'El Parlamento aprobó el presupuesto el jueves tras semanas de negociaciones entre los tres partidos de la coalición.',
  ],
  ['zh-Hans', '经过执政联盟三党数周的谈判，议会于周四批准了预算。'],
  ['ja', '連立与党3党による数週間の協議を経て、議会は木曜日に予算を承認した。'],
  ['ko', '연립 3당이 몇 주간 협상한 끝에 의회는 목요일 예산안을 승인했다.'],
  ['ar', 'أقر البرلمان الميزانية يوم الخميس بعد أسابيع من المحادثات بين أحزاب الائتلاف الثلاثة.'],
  ['he', 'הפרלמנט אישר את התקציב ביום חמישי אחרי שבועות של שיחות בין שלוש מפלגות הקואליציה.'],
  ['ar-XB', '\u200f\u202eThe\u202c\u200f'],
])('%s: a whole translation', (locale, text) => {
  expect(checkLength(translated(source, text, locale))).toEqual([])
})

test('short texts are not measured', () => {
  expect(checkLength(translated('Live', 'En directo, minuto a minuto', 'es'))).toEqual([])
})
