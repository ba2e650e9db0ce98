import { existsSync, openSync, readSync, closeSync, readdirSync } from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import path from 'node:path'

/** In the head of every page that Babelwire wrote, and of no other. */
const mark = '<meta name="generator" content="Babelwire">'

/** As much of a page as its head may take. */
const headBytes = 65_536

/**
 * Removes pages that no article or list has any more: of folders below the languages given, those
 * that are not expected and whose page was written by a build. All else is somebody else's.
 * @returns how many were removed.
 */
export async function removeStale(
  out: string,
  isExpected: (page: string) => boolean,
): Promise<number> {
  let removed = 0
  for (const folder of pageFolders(out)) {
    const page = path.join(folder, 'index.html')
    const relative = `/${path.relative(out, folder).split(path.sep).join('/')}/`
    if (isExpected(relative) || !isOurs(page)) continue
    await rm(page)
    // A folder that holds something else stays.
    await rmdir(folder).catch(() => undefined)
    removed++
  }
  return removed
}

/** `<tag>`, `<tag>/<id>` and `<tag>/page/<n>`, the deepest first; links to elsewhere are not followed. */
function pageFolders(out: string): readonly string[] {
  const below = (folder: string): readonly string[] =>
    existsSync(folder)
      ? readdirSync(folder, { withFileTypes: true })
          .filter((item) => item.isDirectory() && !item.name.startsWith('.'))
          .map((item) => path.join(folder, item.name))
      : []
  return below(out).flatMap((tag) => [...below(path.join(tag, 'page')), ...below(tag), tag])
}

function isOurs(page: string): boolean {
  if (!existsSync(page)) return false
  const file = openSync(page, 'r')
  try {
    const head = Buffer.alloc(headBytes)
    const length = readSync(file, head, 0, headBytes, 0)
    return head.toString('utf8', 0, length).includes(mark)
  } finally {
    closeSync(file)
  }
}
