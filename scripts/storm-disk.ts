import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** A small disk of its own for a folder. */
export interface SmallDisk {
  /** Leaves no room at all. */
  fill(): void
  free(): void
  remove(): void
}

/** Puts a disk of so many megabytes at a folder; nothing where this user may not. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'babelwire-storm', folder]
    execFileSync('mount', options, { stdio: 'ignore' })
  } catch {
    return undefined
  }
  const ballast = path.join(folder, 'ballast')
  return {
    fill: () => {
      const file = openSync(ballast, 'a')
      // Large pieces first, then what is left by the page.
      for (const size of [1 << 20, 4096, 1]) writeUntilFull(file, Buffer.alloc(size))
      closeSync(file)
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' }),
  }
}

function writeUntilFull(file: number, piece: Buffer): void {
  try {
    while (writeSync(file, piece) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
