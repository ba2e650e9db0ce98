import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build, transform } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The examples of docs/site.md by the name behind the three ticks. */
export function siteExamples(): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(root, 'docs/site.md'), 'utf8')
  const fences = text.matchAll(/^```(\w*) ?(.*)\n([^]*?)^```$/gm)
  return new Map(Array.from(fences, ([, , name = '', code = '']) => [name, code] as const))
}

/** A project that has the examples and what they import, and lies apart from this one. */
export interface ExampleProject {
  readonly folder: string
  /** Runs a module there and gives the JSON it prints. */
  readonly run: (code: string) => Promise<unknown>
  readonly remove: () => void
}

const libraries = 'express hono i18next i18next-http-backend react react-dom react-i18next'.split(
  ' ',
)

/** Makes such a project; `babelwire` in it is this source, built. */
export async function exampleProject(): Promise<ExampleProject> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-examples-'))
  const modules = path.join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of libraries) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name))
  }
  symlinkSync(path.join(root, 'locales'), path.join(folder, 'locales'))
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}')
  await buildPackage(path.join(modules, 'babelwire'))
  for (const [name, code] of siteExamples()) {
    if (name.endsWith('.js')) writeFileSync(path.join(folder, name), code)
    if (!name.endsWith('.jsx')) continue
    const { code: script } = await transform(code, { loader: 'jsx', jsx: 'automatic' })
    writeFileSync(path.join(folder, name.replace('.jsx', '.jsx.js')), script)
  }
  return {
    folder,
    run: async (code) => {
      const file = path.join(folder, 'main.js')
      writeFileSync(file, code)
      const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: folder })
      return JSON.parse(stdout) as unknown
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

async function buildPackage(folder: string): Promise<void> {
  const entries = {
    './chooser': 'chooser/index',
    './chooser/element': 'chooser/element',
    './reader': 'reader/index',
  }
  await build({
    entryPoints: Object.values(entries).map((entry) => path.join(root, 'src', `${entry}.ts`)),
    outdir: folder,
    outbase: path.join(root, 'src'),
    bundle: true,
    format: 'esm',
  })
  const exported = Object.entries(entries).map(([name, entry]) => [name, `./${entry}.js`])
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'babelwire', type: 'module', exports: Object.fromEntries(exported) }),
  )
}
