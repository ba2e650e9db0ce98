import { lookup as lookUpName, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { BabelwireError } from '../errors.ts'
import { isListed, isPrivateName, isSpecial, netLists, type Nets } from './address.ts'
import { refused } from './fetch-error.ts'

/** The addresses of a name; the system's own way unless it is given. */
export type Resolve = (
  host: string,
  answer: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void

/** Decides which hosts may be spoken to. */
export interface Guard {
  /**
   * The address to fetch, parsed.
   * @throws {FetchError} `input` for what is no public web address by the way it is written.
   */
  check(written: string, base?: URL): URL
  /** Looks a name up for a connection, which is then made to what was checked, and to nothing else. */
  lookup(url: URL): LookupFunction
}

const allowMend =
  'Give a public address. If this is a host of your own network, name it under "allow".'

/**
 * A guard that lets only public hosts pass and those of `allow`: host names (`cms.example`,
 * `*.cms.example`), IP addresses and networks (`10.1.0.0/16`).
 * @throws {BabelwireError} `config` when a line of `allow` is none of these.
 */
export function createGuard(
  allow: readonly string[] = [],
  resolve: Resolve = systemResolve,
): Guard {
  const nets = allowedNets(allow.filter(isNet))
  const names = new Set(allow.filter((line) => !isNet(line)).map(hostName))
  const isAllowedName = (host: string): boolean =>
    names.has(host) ||
    [...names].some((name) => name.startsWith('*.') && host.endsWith(name.slice(1)))
  const isRefused = (address: string): boolean => isSpecial(address) && !isListed(nets, address)

  return {
    check: (written, base) => {
      const url = URL.canParse(written, base?.href) ? new URL(written, base?.href) : undefined
      if (url === undefined) throw refused(written, 'not an address', 'Write it as https://…')
      if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        throw refused(url, `"${url.protocol}" is not fetched`, 'Give an http or https address.')
      }
      if (url.username !== '' || url.password !== '') {
        throw refused(url, 'it has a user name or a password in it', 'Write it without them.')
      }
      const host = bareHost(url)
      if (isAllowedName(host)) return url
      // An IP address is never looked up, so this is the only place that sees it.
      const isBad = isIP(host) === 0 ? isPrivateName(host) : isRefused(host)
      if (isBad) throw refused(url, `"${host}" is not a host of the public internet`, allowMend)
      return url
    },

    lookup:
      (url) =>
      (host, { all }, callback) => {
        resolve(host, (error, addresses) => {
          const first = addresses[0]
          if (error !== null || first === undefined) {
            callback(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), [])
            return
          }
          // One bad address among good ones is how a name is made to point inside.
          const bad = addresses.find(({ address }) => isRefused(address))
          if (bad !== undefined && !isAllowedName(bareHost(url))) {
            const what = `"${host}" is at ${bad.address}, which is not on the public internet`
            callback(refused(url, what, allowMend), [])
          } else if (all === true) callback(null, [...addresses])
          else callback(null, first.address, first.family)
        })
      },
  }
}

const systemResolve: Resolve = (host, answer) => {
  lookUpName(host, { all: true }, (error, addresses) =>
    answer(error, error === null ? addresses : []),
  )
}

/** The host as it is compared: `[::1]` and `example.org.` are `::1` and `example.org`. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
}

function isNet(line: string): boolean {
  return isIP(line.split('/')[0] ?? '') !== 0
}

function allowedNets(lines: readonly string[]): Nets {
  return netLists(
    lines.map((line) => {
      const [address = '', bits] = line.split('/')
      const widest = isIP(address) === 4 ? 32 : 128
      if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= widest)) {
        throw notAllowed(line)
      }
      return line
    }),
  )
}

/** A line of `allow` that is a name, as URLs spell it. */
function hostName(line: string): string {
  const name = line.replace(/^\*\./, '')
  const url = `http://${name}/`
  if (/[/@:?#\s*]/.test(name) || !URL.canParse(url)) throw notAllowed(line)
  return line.slice(0, line.length - name.length) + bareHost(new URL(url))
}

function notAllowed(line: string): BabelwireError {
  return new BabelwireError('config', `"${line}" is not a host or a network that can be allowed`, {
    mend: 'Write a host name such as cms.example, or a network such as 10.1.0.0/16.',
  })
}
