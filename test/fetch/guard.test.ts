import { describe, expect, it } from 'vitest'
import { isSpecial } from '../../src/fetch/address.ts'
import { createGuard } from '../../src/fetch/guard.ts'
import { BabelwireError, formatError } from '../../src/errors.ts'

function troubleOf(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(BabelwireError)
    return formatError(error)
  }
}

const guard = createGuard()

describe('createGuard', () => {
  it.each([
    'https://news.example.com/world/odesa-port',
    'http://xn--80aaxgrpt.xn--p1ai/новости',
    'https://одеса.укр/порт',
    'https://8.8.8.8/feed',
    'https://[2606:4700:4700::1111]/feed.xml',
    'https://news.example.com:8443/feed?key=abc',
    'https://172.32.0.1/',
    'https://100.128.0.1/',
  ])('lets %s pass', (written) => {
    expect(guard.check(written).href).toBe(new URL(written).href)
  })

  it.each([
    ['loopback', 'http://127.0.0.1/'],
    ['any loopback', 'http://127.8.9.10/'],
    ['a short form', 'http://127.1/'],
    ['a decimal number', 'http://2130706433/'],
    ['octal digits', 'http://0177.0.0.1/'],
    ['hexadecimal digits', 'http://0x7f.0.0.1/'],
    ['one hexadecimal number', 'http://0x7f000001/'],
    ['full-width digits', 'http://１２７.０.０.１/'],
    ['circled digits', 'http://①②⑦.⓪.⓪.①/'],
    ['a final dot', 'http://127.0.0.1./'],
    ['escaped digits', 'http://%31%32%37.0.0.1/'],
    ['unspecified', 'http://0.0.0.0/'],
    ['zero', 'http://0/'],
    ['10/8', 'http://10.11.12.13/'],
    ['172.16/12', 'http://172.31.255.255/'],
    ['192.168/16', 'http://192.168.1.1/'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
    ['a NAT of a provider', 'http://100.64.0.1/'],
    ['multicast', 'http://224.0.0.251/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['IPv6 unspecified', 'http://[::]/'],
    ['mapped IPv4', 'http://[::ffff:127.0.0.1]/'],
    ['mapped IPv4 in hexadecimal', 'http://[::ffff:a9fe:a9fe]/'],
    ['compatible IPv4', 'http://[::127.0.0.1]/'],
    ['NAT64', 'http://[64:ff9b::7f00:1]/'],
    ['local NAT64', 'http://[64:ff9b:1::a00:1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
    ['Teredo', 'http://[2001:0:7f00:1::]/'],
    ['unique local', 'http://[fd12:3456::1]/'],
    ['link-local', 'http://[fe80::1]/'],
    ['site-local', 'http://[fec0::1]/'],
    ['IPv6 multicast', 'http://[ff02::1]/'],
    ['localhost', 'http://localhost:6379/'],
    ['localhost in capitals with a dot', 'http://LOCALHOST./'],
    ['localhost in circles', 'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/'],
    ['a name under localhost', 'http://cms.localhost/'],
    ['mDNS', 'http://printer.local/'],
    ['the metadata of Google', 'http://metadata.google.internal/'],
    ['an ideographic dot', 'http://printer。local/'],
    ['two final dots', 'http://printer.local../'],
    ['a name without a dot', 'http://intranet/'],
    ['a router', 'http://fritz.home.arpa/'],
  ])('refuses %s: %s', (_, written) => {
    expect(troubleOf(() => guard.check(written))).toMatch(
      /(?:is not a host of the public internet|not an address) .*\[input\]$/,
    )
  })

  it.each([
    ['file:///etc/passwd', /"file:" is not fetched/],
    ['ftp://news.example.com/feed', /"ftp:" is not fetched/],
    ['javascript:alert(1)', /"javascript:" is not fetched/],
    ['news.example.com/feed', /not an address {2}Write it as https/],
    ['https://', /not an address/],
    ['https://editor:secret@news.example.com/', /a user name or a password/],
  ])('refuses %s', (written, message) => {
    const trouble = troubleOf(() => guard.check(written))
    expect(trouble).toMatch(message)
    expect(trouble).not.toContain('secret')
  })

  it('lets hosts and networks of the newsroom pass when they are named', () => {
    const own = createGuard(['cms.newsroom.internal', '*.desk.local', '10.1.0.0/16', 'fd00::/8'])
    for (const written of [
      'http://cms.newsroom.internal:8080/feed',
      'https://CMS.Newsroom.Internal./feed',
      'http://kyiv.desk.local/',
      'http://10.1.2.3/',
      'http://[fd00::5]/',
    ]) {
      expect(troubleOf(() => own.check(written))).toBe('none')
    }
    for (const written of [
      'http://other.newsroom.internal/',
      'http://desk.local/',
      'http://evildesk.local/',
      'http://10.2.0.1/',
      'http://127.0.0.1/',
    ]) {
      expect(troubleOf(() => own.check(written))).toContain('public internet')
    }
  })

  it.each(['https://cms.example/', 'cms.example:8080', 'cms example', '*', '10.0.0.0/99'])(
    'refuses "%s" as something to allow',
    (line) => {
      expect(troubleOf(() => createGuard([line]))).toMatch(/\[config\]$/)
    },
  )
})

describe('isSpecial', () => {
  it('takes an address with a zone for one of a link', () => {
    expect(isSpecial('fe80::1%eth0')).toBe(true)
    expect(isSpecial('2606:4700::1%eth0')).toBe(true)
  })
})
