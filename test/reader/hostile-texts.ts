import type { InlineTags } from '../../src/reader/index.ts'

/** Tags of a manifest that somebody tampered with. */
export const hostileTags: InlineTags = {
  a1: { tag: 'a', href: 'javascript:alert(1)' },
  a2: { tag: 'a', href: ' java\nscript:alert(1)' },
  a3: { tag: 'a', href: 'data:text/html,<script>alert(1)</script>' },
  a4: { tag: 'a', href: 'https://courier.example/?a="><img src=x onerror=alert(1)>' },
  script1: { tag: 'script' },
  iframe1: { tag: 'iframe', attributes: { srcdoc: '<script>alert(1)</script>' } },
  em1: { tag: 'em', attributes: { onclick: 'alert(1)', style: 'color:red', lang: '"><script>' } },
  svg1: { tag: 'svg' },
  x1: { tag: 'em onclick=alert(1)' },
}

/** Messages that try to become markup, and some that are torn. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '<em1 onclick="alert(1)">Kyiv</em1>',
  '<em1><script1>alert(1)</script1></em1>',
  '<a1>Киев</a1> <a2>基辅</a2> <a3>كييف</a3> <a4>Kyiv</a4>',
  '<iframe1>x</iframe1><svg1><x1>x</x1></svg1>',
  '<em1><a4>crossed</em1></a4>',
  '</em1></a4>closed, never opened',
  '<em1>never closed',
  '<em1>'.repeat(5000),
  '<constructor1><toString1><__proto__1>',
  '{{evil}} $t(title) ${evil}',
  '&#0;&#xd800;&#x110000;&#99999999;&bogus;&',
  '<!--<em1>--><![CDATA[x]]><?php ?>',
  '\u202e<em1>\u0000\ufffe</em1>',
]
