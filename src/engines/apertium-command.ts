import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { EngineError } from './engine.ts'
import type { ApertiumMode } from './apertium-modes.ts'

const run = promisify(execFile)

/** Words, quoted paths and pipes; the options `$1` of the generator and `$2` of the tagger. */
const onlyPrograms = /^(?:[\w./+=-]+|'[^'\n]*'|\$[12]|[|\s])+$/

/**
 * Puts a space between two words of a pipeline that have none, before their forms are generated:
 * transfer rules lose the space after a word they add ("laPrezidanto", "patrinode", "de50 días").
 * Marks, numbers such as 3-1 and enclitics are part of what is before them and stay.
 * Perl because its input is buffered and its output flushed at NUL; `sed -z -u` reads by the byte
 * and halved the speed.
 */
const spaceWords = [
  String.raw`perl -0 -pe '$| = 1;`,
  String.raw`s/(?<!\\)\$((?:\[\[[^\]]*\]\])*)(?=\^[A-Za-z\x80-\xff][^<\$^]*<(?:det|n|np|adj|adv|pr|gen|num|vb\w+)>)/\$ $1/g;`,
  String.raw`s/(<(?:pr|gen)>)\$((?:\[\[[^\]]*\]\])*)(?=\^[0-9])/$1\$ $2/g'`,
].join(' ')

/**
 * The shell command of a mode, each program flushing at NUL, with word-bound blanks carried over.
 * @throws {EngineError} `engine`, permanent: Apertium is older than 3.8, or a program is missing.
 */
export async function commandOf(mode: ApertiumMode): Promise<string> {
  const written = await ask(mode, 'apertium-wblank-mode', ['-z', mode.file])
  const command = written.trim()
  if (!onlyPrograms.test(command)) {
    throw unusable(mode, `${mode.file} holds more than a pipeline of programs`)
  }
  const programs = command.split('|').map((program) => program.trim().split(/\s/)[0] ?? '')
  const test = 'for p do command -v "$p" >/dev/null || { echo "$p"; exit; }; done'
  const missing = (
    await ask(mode, 'sh', ['-c', test, 'sh', ...new Set(['perl', ...programs])])
  ).trim()
  if (missing !== '') throw unusable(mode, `the program ${missing} is not installed`)
  return command.replace('lt-proc -z $1', () => `${spaceWords} | lt-proc -z $1`)
}

async function ask(mode: ApertiumMode, program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(program, [...args])
    return stdout
  } catch (cause) {
    throw unusable(mode, `${program} cannot be run`, cause)
  }
}

function unusable(mode: ApertiumMode, why: string, cause?: unknown): EngineError {
  return new EngineError('engine', `Apertium ${mode.name}: ${why}`, 'permanent', {
    mend: 'Install Apertium 3.8 or later with the package of this language pair.',
    cause,
  })
}
