import { execFileSync } from 'node:child_process'
import { afterEach, expect, it } from 'vitest'

import { startPipeline, type Pipeline } from '../../src/engines/apertium-pipeline.ts'

// Commands that are on every machine stand in for Apertium's programs here.
const pipelines: Pipeline[] = []
afterEach(() => Promise.all(pipelines.splice(0).map((pipeline) => pipeline.close())))

function start(command: string, patienceMs?: number): Pipeline {
  const pipeline = startPipeline('eng-spa', command, { patienceMs })
  pipelines.push(pipeline)
  return pipeline
}

it('takes 10 MB at once without a deadlock, and answers in order', async () => {
  const pipeline = start('cat | cat')
  const texts = Array.from({ length: 100 }, (_, i) => `${i} `.repeat(100_000 / `${i} `.length))
  const answers = await Promise.all(texts.map((text) => pipeline.ask(text)))
  expect(answers.map((answer) => answer.length)).toEqual(texts.map((text) => text.length))
  expect(answers).toEqual(texts)
})

it('drops the answers to cancelled messages, written or not', async () => {
  const pipeline = start('cat')
  const abort = new AbortController()
  const cancelled = Array.from({ length: 50 }, () =>
    pipeline.ask('Kyiv '.repeat(5_000), abort.signal),
  )
  const kept = pipeline.ask('Odesa')
  abort.abort()
  const results = await Promise.allSettled(cancelled)
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']))
  expect(await kept).toBe('Odesa')
})

it('stops at an answer that belongs to another message', async () => {
  const pipeline = start("perl -0 -pe '$| = 1; s/lost/lost\\0/'")
  expect(await pipeline.ask('found')).toBe('found')
  await expect(pipeline.ask('lost')).rejects.toMatchObject({
    message: 'Apertium eng-spa lost its place',
    failure: 'temporary',
  })
})

it('fails when nothing answers, and says so for each later message', async () => {
  const pipeline = start('sleep 60', 50)
  await expect(pipeline.ask('Kyiv')).rejects.toThrow('gave no answer for 50 ms')
  await expect(pipeline.ask('Kyiv')).rejects.toMatchObject({ failure: 'temporary' })
})

it('fails with what the program complained about', async () => {
  const pipeline = start('echo "no such file" >&2; sleep 0.2; exit 1')
  await expect(pipeline.ask('Kyiv')).rejects.toThrow('Apertium eng-spa stopped: no such file')
})

it('ends the whole group of programs', async () => {
  const pipeline = start('sleep 60 | sleep 60 | cat')
  await pipeline.close()
  // What has ended but is not yet collected by the system (Z) does no more harm.
  const alive = (): readonly string[] =>
    execFileSync('ps', ['-eo', 'pgid=,stat='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([group, state]) => group === String(pipeline.pid) && !state?.startsWith('Z'))
      .map(([group = '']) => group)
  await expect.poll(alive, { timeout: 10_000 }).toEqual([])
})
