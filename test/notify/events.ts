import { createNotification, type Notification } from '../../src/notify/index.ts'

/** An article that went live in Chinese. */
export const inChinese: Notification = createNotification(
  {
    at: '2026-11-23T08:30:12.000Z',
    event: 'published',
    site: '../locales',
    article: 'river-flood',
    locale: 'zh-Hans',
    state: 'machine',
    title: '夜间河水上涨，“数百人”撤离',
  },
  '9c1d2b7e8f9a015a',
)

/** The same in Arabic, held. */
export const inArabic: Notification = createNotification(
  {
    at: '2026-11-23T08:31:40.000Z',
    event: 'held',
    site: '../locales',
    article: 'river-flood',
    locale: 'ar',
    state: 'held',
    title: 'النهر يرتفع ليلاً',
    reason: 'كييف is missing in b003',
  },
  '9c1d2b7e8f9a015a',
)
