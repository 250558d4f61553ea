import { BlockList, isIP } from 'node:net'

type Family = 'ipv4' | 'ipv6'
const subnets = (...all: [string, number, Family][]): BlockList => {
  const list = new BlockList()
  for (const [net, prefix, family] of all) list.addSubnet(net, prefix, family)
  return list
}

const loopback = subnets(['127.0.0.0', 8, 'ipv4'], ['::1', 128, 'ipv6'])
/** RFC 1918, RFC 6598, RFC 4193. */
const privateNets = subnets(
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
)
/** Nobody's receiver: this host, link-local (metadata services), tests, multicast, tunnels that hide another address. */
const never = subnets(
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 32, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
)

/** True when messages may go to this IP address; what is no address is not allowed. */
export function isAllowedAddress(
  address: string,
  rules: { allowPrivate: boolean; allowLoopback: boolean },
): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const family: Family = version === 4 ? 'ipv4' : 'ipv6'
  if (never.check(address, family)) return false
  if (loopback.check(address, family)) return rules.allowLoopback && isLoopbackV4(address)
  return rules.allowPrivate || !privateNets.check(address, family)
}

/** 127.x.x.x and nothing else: no name and no mapped address. */
export function isLoopbackV4(host: string): boolean {
  return isIP(host) === 4 && host.startsWith('127.')
}
