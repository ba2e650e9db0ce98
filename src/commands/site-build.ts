import path from 'node:path'
import { formatError } from '../errors.ts'
import { buildSite, problemError } from '../site/index.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { outJson, type CommandRunner, type CommonOptions } from './context.ts'
import { loadConfig } from './load-config.ts'

interface SiteBuildOptions extends CommonOptions {
  readonly out?: string
}

/** `babelwire site build`: the pages of every language as files, for any host. */
export const run: CommandRunner<SiteBuildOptions> = async (_, options, context) => {
  const config = loadConfig(options, context)
  const out =
    options.out === undefined ? config.site.out : path.resolve(context.folder, options.out)
  const isWatched = context.isInteractive && options.quiet !== true
  const built = await buildSite(
    { ...config, site: { ...config.site, out } },
    {
      now: new Date(),
      version: packageJson.version,
      signal: context.signal,
      ...(isWatched
        ? { onProgress: (done, of) => context.note(`\r${done} of ${of} articles`) }
        : {}),
    },
  )
  if (isWatched) context.note('\r\u001b[K')
  const { articles, pages, written, removed, problems } = built
  for (const problem of problems) context.note(`${formatError(problemError(problem))}\n`)
  if (config.site.url === undefined && options.quiet !== true) {
    context.note(
      'site.url is not set: addresses in hreflang, feeds and sitemaps are of this machine.\n',
    )
  }
  if (options.json === true) outJson(context, { out, ...built })
  else if (options.quiet !== true) {
    const folder = path.relative(context.folder, out) || '.'
    context.out(
      `${articles} articles, ${pages} pages in ${folder}: ${written} files written, ${removed} pages removed\n`,
    )
  }
  return problems.length === 0 ? 0 : 4
}
