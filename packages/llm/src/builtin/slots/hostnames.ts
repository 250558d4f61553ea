const prefix =
  '(?:switch|sw|router|routeur|rtr|rt|gw|firewall|fw|ap|borne|wifi|wlc|srv|server|serveur|esx|nas|san|ups|ond|prn|imp|cpe|box|link|pdu|cam|pc|dc)'
const prefixed = `${prefix}(?:[-_][a-z0-9]+)+|${prefix}\\d+(?:[-_][a-z0-9]+)*`
const capitals = '[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)+'
const ip = '(?:\\d{1,3}\\.){3}\\d{1,3}'
const domain = '(?:\\.[a-z0-9-]+)*'

const prefixedName = new RegExp(`(?<![\\w.@\\\\-])(?:${prefixed})${domain}(?![\\w@-])`, 'gi')
const capitalName = new RegExp(`(?<![\\w.@\\\\-])${capitals}${domain}(?![\\w@-])`, 'g')
const address = new RegExp(`(?<![\\w.-])${ip}(?![\\w-])`, 'g')

// "SAINT-JEAN", "APR-2026-000123", "POINT-A" and the like are no machines.
const notHosts =
  /^(?:(?:SAINT|SAINTE|ST|STE|JEAN|APR|INC|REQ|GLPI|EHPAD|CLINIQUE|CABINET|RESET|MOT|AD|GG|GL|GU|DL|GRP|SG)[-_]|WI-FI$|VPN-?$|ROUTEUR-?$)/i

/** Host names and IPv4 addresses of a sentence, as written, each once. */
export function findHostnames(sentence: string): string[] {
  const matches = [prefixedName, capitalName, address].flatMap((pattern) => [...sentence.matchAll(pattern)])
  const inOrder = matches.sort((a, b) => a.index - b.index).map(([name]) => name)
  const unique = new Map(
    inOrder.filter((name) => !notHosts.test(name)).map((name) => [name.toUpperCase(), name]),
  )
  return [...unique.values()]
}
