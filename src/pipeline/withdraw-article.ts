import type { Withdrawal } from '../archive/index.ts'
import { withdraw, type Manifest } from '../bundle/index.ts'
import { BabelwireError } from '../errors.ts'
import type { LocalizeServices } from './services.ts'

/**
 * Takes an article away in every language. The archive is told first: whatever happens then, no run
 * publishes it again.
 * @throws {BabelwireError} `usage` for an article that is not known.
 */
export async function withdrawArticle(
  id: string,
  withdrawal: Withdrawal,
  { archive, output }: Pick<LocalizeServices, 'archive' | 'output'>,
): Promise<Manifest> {
  const life = await archive.life(id)
  if (life === undefined) {
    throw new BabelwireError('usage', `there is no article "${id}"`, {
      mend: '"babelwire status" lists all.',
    })
  }
  await archive.withdraw(id, withdrawal)
  const { at, reason } = withdrawal
  return withdraw(output, life.article, { at, reason })
}
