export interface Rdn {
  type: string
  value: string
}

/** Parts of a DN in its text form (RFC 4514), nearest first; escapes are read, nothing is checked. */
export function parseDn(dn: string): Rdn[] {
  const parts = dn.match(/(?:\\.|[^,\\])+/gs) ?? []
  return parts.flatMap((part) => {
    const at = part.indexOf('=')
    return at < 0
      ? []
      : [{ type: part.slice(0, at).trim().toUpperCase(), value: readEscapes(part.slice(at + 1).trim()) }]
  })
}

/** `\2C` is a byte of UTF-8, `\,` a character. */
function readEscapes(value: string): string {
  return value.replace(/(?:\\[0-9a-f]{2})+|\\(.)/gi, (sequence, character?: string) =>
    character === undefined ? Buffer.from(sequence.replaceAll('\\', ''), 'hex').toString('utf8') : character,
  )
}

/** Common name of an object. */
export function commonName(dn: string): string {
  return parseDn(dn)[0]?.value ?? dn
}

/** Containers above an object without the domain, the outermost first: `Clients / EHPAD Les Jardins`. */
export function containerPath(dn: string): string {
  const containers = parseDn(dn)
    .slice(1)
    .filter((part) => part.type !== 'DC')
  return containers
    .map((part) => part.value)
    .reverse()
    .join(' / ')
}

/** DNS name of the domain that a DN is in: `widip.lan`. */
export function domainName(dn: string): string {
  return parseDn(dn)
    .filter((part) => part.type === 'DC')
    .map((part) => part.value.toLowerCase())
    .join('.')
}

/** The same object? The case of a name means nothing; servers write each name in one form. */
export function isSameDn(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The domain part of a DN: its DC components. */
export function domainOf(dn: string): string {
  return dn.slice(dn.search(/DC=/i))
}
