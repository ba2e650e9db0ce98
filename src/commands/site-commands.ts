import type { Command } from 'commander'
import type { Add } from './glossary-commands.ts'

/** The commands round the reader's site: its texts and its pages. */
export function describeSite(program: Command, add: Add): void {
  const messages = program.command('messages').description('the texts round the articles')
  add(
    messages,
    'check [file-or-language]',
    'what is missing, extra or broken in them',
    () => import('./messages-check.ts'),
  ).option('--strict', 'a missing message is an error too')

  const site = program.command('site').description("the reader's pages")
  add(
    site,
    'build',
    'writes the pages of every language as files',
    () => import('./site-build.ts'),
  ).option('--out <folder>', 'folder of the pages (default: site.out)')
}
