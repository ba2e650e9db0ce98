#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
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
    const { status, signal } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' })
    if (signal !== null) process.kill(process.pid, signal)
    process.exitCode = status ?? 1
  } else {
    console.error(`babelwire needs Node 24 or newer, this is ${process.version}.  [usage]`)
    process.exitCode = 2
  }
}
