import { expect, test, vi } from 'vitest'
import { deeplEngine } from '../../src/engines/deepl.ts'

// Another version of deepl-node, with other insides.
const insides = vi.hoisted(() => ({ httpClient: {} as unknown }))
vi.mock('deepl-node', () => ({
  GlossaryEntries: class {},
  DeepLClient: class {
    httpClient: unknown = insides.httpClient
    async getSourceLanguages(): Promise<readonly unknown[]> {
      return []
    }
  },
}))

test.for([
  ['without a place for bounds', {}],
  ['without its HTTP client', undefined],
  ['that no longer uses that place', { prepareRequest: () => ({}) }],
] as const)('a deepl-node %s is refused', async ([, httpClient]) => {
  insides.httpClient = httpClient
  const engine = deeplEngine({ key: 'test-key' })
  await expect(engine.supports('en', 'de')).rejects.toMatchObject({
    code: 'engine',
    mend: 'Install deepl-node 1.28: npm install deepl-node@~1.28.0',
  })
})
