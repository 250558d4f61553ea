import { domainToUnicode } from 'node:url'
import { editDistance } from '../text/edit-distance.ts'

/** How the domain of an address relates to those of the client. */
export type DomainKinship = 'own' | 'lookalike' | 'foreign'

/** Letters of other scripts that are drawn like Latin ones. */
const drawnAlike: Record<string, string> = Object.fromEntries(
  Array.from(
    '\u0430a \u0435e \u043eo \u0440p \u0441c \u0445x \u0443y \u0456i \u0458j \u0455s \u04bbh \u0501d \u043cm \u0442t \u043dh \u043ak \u0432b \u03b1a \u03bfo \u03c1p \u03bdv \u03b9i \u0131i \u0261g'.split(
      ' ',
    ),
  ).map((pair) => [pair[0] ?? '', pair[1] ?? '']),
)

/** The same for all names that look the same: accents, look-alike letters, digits for letters, rn for m. */
export function skeleton(domain: string): string {
  return Array.from(domainToUnicode(domain) || domain)
    .map((letter) => drawnAlike[letter.toLowerCase()] ?? letter.toLowerCase())
    .join('')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/0/g, 'o')
    .replace(/[1i|]/g, 'l')
    .replace(/5/g, 's')
    .replace(/-/g, '')
}

const isUnder = (domain: string, own: string) => domain === own || domain.endsWith(`.${own}`)
const withoutEnding = (domain: string) => domain.split('.').slice(0, -1).join('.')

function imitates(domain: string, own: string): boolean {
  const drawn = skeleton(domain)
  const original = skeleton(own)
  const allowed = original.length < 8 ? 1 : 2
  if (Math.abs(drawn.length - original.length) <= allowed && editDistance(drawn, original) <= allowed)
    return true
  // The client's name with another ending, or put before or into somebody else's domain.
  const name = skeleton(withoutEnding(own))
  return name.length >= 5 && drawn.includes(name)
}

/** Compares the domain of a mail address with the client's own; a subdomain of those is theirs. */
export function compareDomain(domain: string, own: readonly string[]): DomainKinship {
  const asked = domain.toLowerCase().replace(/\.$/, '')
  if (own.some((name) => isUnder(asked, name.toLowerCase()))) return 'own'
  return own.some((name) => imitates(domain, name.toLowerCase())) ? 'lookalike' : 'foreign'
}

/** The domain of a mail address, or null when it has none. */
export function domainOf(address: string): string | null {
  return /@([^\s@<>]+)$/.exec(address.trim())?.[1] ?? null
}
