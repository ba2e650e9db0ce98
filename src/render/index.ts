import { renderHtml } from './html.ts'
import { renderMarkdown } from './markdown.ts'
import { renderNinjs } from './ninjs.ts'
import type { Renderer } from './rendition.ts'
import { renderText } from './text.ts'

export type { Renderer, Rendition, RenditionBlock } from './rendition.ts'

/** All formats an article is written in, by name. */
export const renderers: ReadonlyMap<string, Renderer> = new Map([
  ['html', renderHtml],
  ['markdown', renderMarkdown],
  ['ninjs', renderNinjs],
  ['text', renderText],
])
