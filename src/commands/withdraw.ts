import { updateIndex } from '../bundle/index.ts'
import { BabelwireError, didYouMean } from '../errors.ts'
import { withdrawArticle } from '../pipeline/withdraw-article.ts'
import { openServices, type Services } from '../services.ts'
import { outJson, type CommandRunner, type CommonOptions } from './context.ts'
import { loadConfig } from './load-config.ts'

interface WithdrawOptions extends CommonOptions {
  readonly reason?: string
  readonly restore?: boolean
}

/** `babelwire withdraw`: takes an article away in every language, or lets runs publish it again. */
export const run: CommandRunner<WithdrawOptions> = async ([id = ''], options, context) => {
  const config = loadConfig(options, context)
  const reason = options.reason?.trim() ?? ''
  if (options.restore !== true && reason === '') {
    throw new BabelwireError('usage', 'a withdrawal needs a reason: readers and editors see it', {
      mend: `Write: babelwire withdraw ${id} --reason "…"`,
    })
  }
  const services = await openServices(config, { env: context.env })
  try {
    await mustBeKnown(id, services)
    const isWithdrawn = (await services.archive.withdrawals()).has(id)
    if (options.restore === true) {
      if (isWithdrawn) await services.archive.withdraw(id, undefined)
    } else {
      const at = services.clock.now().toISOString()
      const manifest = await withdrawArticle(id, { at, reason, by: 'editor' }, services)
      const languages = [...new Set([config.source, ...config.siteLanguages])]
      await updateIndex(config.output, languages, [manifest])
    }
    const state =
      options.restore === true ? (isWithdrawn ? 'restored' : 'not withdrawn') : 'withdrawn'
    if (options.json === true) outJson(context, { article: id, state, reason })
    else if (options.quiet !== true) context.out(`${id}  ${messages[state]}\n`)
    return 0
  } finally {
    await services.close()
  }
}

const messages = {
  withdrawn: 'withdrawn in every language; no run publishes it again before --restore',
  restored: 'may be published again: the next run does, from memory',
  'not withdrawn': 'is not withdrawn',
} as const

async function mustBeKnown(id: string, { archive }: Services): Promise<void> {
  const ids = await archive.ids()
  if (ids.includes(id)) return
  const near = didYouMean(id, ids)
  throw new BabelwireError('usage', `there is no article "${id}"`, {
    mend: near === undefined ? '"babelwire status" lists all.' : `Did you mean "${near}"?`,
  })
}
