import { describe, expect, it } from 'vitest'
import { boilerplateReason, findBoilerplate } from '../../src/ingest/boilerplate.ts'

describe('boilerplateReason', () => {
  it.each([
    ['By using this website you accept our use of cookies and our privacy policy.', /cookie/],
    ['We and our 842 partners store cookies on your devices to measure audiences.', /cookie/],
    ['Cookie settings', /cookie/],
    ['En poursuivant votre navigation, vous acceptez l’utilisation de cookies.', /cookie/],
    ['Diese Website verwendet Cookies, um Inhalte zu personalisieren.', /cookie/],
    ['Мы используем файлы cookie, чтобы сайт работал лучше.', /cookie/],
    ['Ми використовуємо файли cookie для аналітики.', /cookie/],
    ['我们使用 cookies 来改善您的体验。', /cookie/],
    ['يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك.', /cookie/],
    ['Select your language', /language/],
    ['Sprache wählen', /language/],
    ['Deutsch | English | Français | Українська', /language/],
    ['Выберите язык', /language/],
    ['互联网新闻信息服务许可证10120220001', /licence/],
    ['沪ICP备12000345号-1', /licence/],
    ['京公网安备 11010502030123号', /licence/],
    ['Свидетельство о регистрации СМИ ЭЛ № ФС 77-12345', /licence/],
    ['ISSN 1234-5678', /licence/],
    ['News tips: newsroom@harbour-post.example', /contact/],
    ['More information: press@port.example', /contact/],
    ['举报热线：010-55550123', /contact/],
    ['Гаряча лінія: 0 800 555 123', /contact/],
    ['+44 20 5555 0199', /contact/],
    ['Copyright 2025 Harbour Post Ltd', /copyright/],
    ['Усі права захищені', /copyright/],
    ['Follow us on Telegram', /sharing/],
    ['Sign up for our daily newsletter', /sharing/],
    ['Abonnez-vous', /sharing/],
    ['Подписывайтесь на наш канал в Telegram', /sharing/],
    ['See also: What the tide took', /related/],
    ['Mehr zum Thema', /related/],
    ['相关新闻', /related/],
    ['Advertisement', /advertisement/],
    ['Story continues below advertisement', /advertisement/],
    ['Last updated: 3 February 2025 14:20 GMT', /date/],
  ])('leaves out "%s"', (line, reason) => {
    expect(boilerplateReason(line)).toMatch(reason)
  })

  it.each([
    'The court ruled on Tuesday that the ministry may not set cookies on the phones of visitors who have not agreed to its privacy policy.',
    '"We use cookies on our website, and your browser accepts them," the minister told parliament.',
    'By using cookies to follow its own journalists, the broadcaster broke the law, the regulator said.',
    'Cookies were handed out at the station while travellers waited for the last train.',
    'The regulator withdrew the station’s licence No. 4412 on Monday and gave it ten days to appeal.',
    'Licence 4412/2019 was withdrawn from the station on Monday',
    '监管机构周一吊销了该电视台的许可证，编号为10120180008。',
    'Residents can call the city’s hotline on 0800 505 501, the mayor said.',
    'The emergency telephone 112 did not answer for four hours.',
    'Share prices fell on Monday after the bank’s warning.',
    'Share of renewables',
    'Related offences rose by a tenth, police data showed.',
    'Follow-up talks will be held in Istanbul.',
    'Subscribe rates fell for the third year.',
    'Language teachers went on strike in four cities.',
    'Select committees of both houses will meet today.',
    'Copyright lawyers expect the case to take years.',
    'Published research shows that the river warmed by 2 degrees.',
    'Updated figures put the number of the missing at 140.',
    'Print editions will end in June, 140 years after the first.',
    'Most of the cookies were eaten.',
    'Про ліцензію № 4412 у міністерстві не чули.',
    'Мы использовали cookie как пример, сообщил инженер на лекции.',
    'Реклама сигарет зникне з вулиць до літа.',
    'English',
  ])('keeps "%s"', (line) => {
    expect(boilerplateReason(line)).toBeUndefined()
  })
})

describe('findBoilerplate', () => {
  it('leaves out short capitals that are repeated, not those that stand once', () => {
    const lines = ['LIVE NOW', 'EXPLAINER', 'The river rose overnight.', 'LIVE NOW']
    expect([...findBoilerplate(lines)]).toEqual([
      [0, 'repeated line'],
      [3, 'repeated line'],
    ])
  })

  it('takes neighbouring names of languages for a menu', () => {
    const lines = ['English', 'Español', 'The school teaches in two languages.', 'English']
    expect([...findBoilerplate(lines).keys()]).toEqual([0, 1])
  })
})
