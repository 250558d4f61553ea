/** A link that may be followed: out of the Hub, over the web or by mail. */
export interface OutsideAddress {
  href: string
  /** Where it really leads: the host, or the mail address. */
  place: string
}

/** Where a link of a text leads; null for what is not followed (scripts, data, addresses inside the Hub). */
export function outsideAddress(href: string | undefined): OutsideAddress | null {
  if (href === undefined || !URL.canParse(href)) return null
  const url = new URL(href)
  if (url.protocol === 'mailto:') return { href: url.href, place: url.pathname }
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb ? { href: url.href, place: url.host } : null
}

/** True when the words of a link already say where it leads. */
export function saysPlace(words: string, { place }: OutsideAddress): boolean {
  const said = words.trim()
  if (said === place) return true
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(said)) return false
  const address = said.startsWith('www.') ? `http://${said}` : said
  if (!URL.canParse(address)) return false
  const { host, username, password } = new URL(address)
  return host === place && username === '' && password === '' && said.toLowerCase().includes(place)
}
