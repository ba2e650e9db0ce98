import { BlockList, isIP } from 'node:net'

/**
 * The addresses that are not on the public internet: IANA's registries of special-purpose IPv4
 * and IPv6 addresses, as of 2026.
 */
const specialNets: readonly string[] = [
  '0.0.0.0/8', // this host
  '10.0.0.0/8', // private
  '100.64.0.0/10', // behind a provider's NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local; the metadata of clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
  // Only 2000::/3 is given out. All else is loopback, mapped and compatible IPv4, NAT64
  // (64:ff9b::), unique local (fc00::), link-local (fe80::), multicast (ff00::) or nothing.
  '::/3',
  '4000::/2',
  '8000::/1',
  '2001::/23', // protocol assignments, Teredo
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4, which has an IPv4 address in it
  '3fff::/20', // documentation
]

/** Networks by family. One list for both would take every IPv4 address for a mapped one in `::/3`. */
export interface Nets {
  readonly ipv4: BlockList
  readonly ipv6: BlockList
}

/** Addresses and networks (`10.1.0.0/16`, `127.0.0.1`, `fd00::/8`) as lists that can be asked. */
export function netLists(nets: readonly string[]): Nets {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  for (const net of nets) {
    const [address = '', bits] = net.split('/')
    const family = familyOf(address)
    if (bits === undefined) lists[family].addAddress(address, family)
    else lists[family].addSubnet(address, Number(bits), family)
  }
  return lists
}

const special = netLists(specialNets)

/** Whether an IP address is not one of the public internet. */
export function isSpecial(address: string): boolean {
  // A zone (`fe80::1%eth0`) only ever belongs to a link.
  return address.includes('%') || isListed(special, address)
}

/** Whether the networks have this address; `::ffff:10.0.0.1` is not taken for `10.0.0.1`. */
export function isListed(nets: Nets, address: string): boolean {
  const family = familyOf(address)
  return nets[family].check(address, family)
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}

/** Names that never belong to a site of the public internet (RFC 6761, 6762, 8375, 9476; ICANN's `internal`). */
const privateName =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|test|invalid|onion|alt)$/

/** Whether a host name, in lower case and without a final dot, is one of a local network. */
export function isPrivateName(host: string): boolean {
  return !host.includes('.') || privateName.test(host)
}
