import { bundleFile, publish, type Manifest } from '../bundle/index.ts'
import type { Assembled } from './assemble.ts'
import type { LanguageReport } from './report.ts'
import type { LocalizeServices } from './services.ts'
import { sourceEdition, type Survey } from './survey.ts'
import { outputHash } from './unchanged.ts'

/** Writes the languages of an article that were made, the source language and the manifest. */
export async function publishArticle(
  survey: Survey,
  assembled: readonly Assembled[],
  services: LocalizeServices,
): Promise<{ readonly reports: readonly LanguageReport[]; readonly manifest?: Manifest }> {
  if (services.isDryRun) return { reports: assembled.map(({ report }) => report) }
  const { archive, output } = services
  const { article } = survey.aligned
  // Somebody may have withdrawn it while the engine was answering.
  if (await archive.isWithdrawn(article.id)) {
    return { reports: assembled.map(({ report }) => ({ ...report, published: false })) }
  }
  // A language that failed half-way keeps what it has; the next run goes on where this one stopped.
  const whole = assembled.filter(({ report }) => report.state !== 'failed')
  const isNew = survey.manifest === undefined
  const isFailed = [...assembled.map(({ report }) => report), ...survey.reports].some(
    (report) => report.state === 'failed',
  )
  // An article that nobody has seen yet does not appear in its own language alone because all failed.
  if (isNew && isFailed && whole.length === 0) {
    return { reports: assembled.map(({ report }) => report) }
  }
  const editions = [sourceEdition(article), ...whole.map(({ edition }) => edition)]
  const { manifest, published } = await publish(
    output,
    article,
    editions,
    services.publish,
    () => services.clock.now(),
    survey.aligned,
  )
  const done = assembled.map(({ report }) => {
    const result = published.find(({ locale }) => locale === report.locale)
    const file = bundleFile(output, report.locale, article.id)
    const bundle = result?.content === undefined ? {} : { bundle: file }
    const state = result?.isReviewed === true ? ('reviewed' as const) : report.state
    return { result, report: { ...report, state, published: result?.isLive ?? false, ...bundle } }
  })
  await Promise.all([
    archive.keep(survey.aligned),
    ...done.map(async ({ result, report }) => {
      const input = survey.todo.get(report.locale)
      if (result === undefined || input === undefined || !isFinal(report)) return
      await archive.keepLocalized(article.id, report.locale, {
        input: input.wanted,
        output: outputHash(result.content),
        report: JSON.stringify(report),
      })
    }),
  ])
  return { reports: done.map(({ report }) => report), manifest }
}

/** A segment without any answer is asked for again by the next run. */
function isFinal(report: LanguageReport): boolean {
  return report.heldSegments.every((segment) => segment.text !== undefined)
}
