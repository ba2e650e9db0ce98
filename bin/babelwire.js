#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const beside = (path) => fileURLToPath(new URL(path, import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Keeps stripped and compiled sources between runs: half the time to start.
  module.enableCompileCache()
  // A clone runs from its sources; the published package holds the compiled ones.
  await import(existsSync(beside('../src/cli.ts')) ? '../src/cli.ts' : '../dist/cli.js')
} else {
  // The clone's own Node serves a machine whose Node is older.
  const node = beside('../node_modules/node/bin/node')
  if (existsSync(node)) {
    const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
    // Who stops this process means the run; the terminal's own Ctrl-C reaches the child without us.
    process.on('SIGINT', () => undefined)
    for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
    child.on('close', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
    })
  } else {
    console.error(`babelwire needs Node 24 or newer, this is ${process.version}.  [usage]`)
    process.exitCode = 2
  }
}
