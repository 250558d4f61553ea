import { dnKey, parseDn } from './distinguished-name.ts'
import type { Entry } from './entry.ts'
import { firstValue, hasClass, valuesOf } from './entry.ts'

interface Links {
  memberOf: Map<string, Entry[]>
  reports: Map<string, Entry[]>
}

/**
 * All entries of the domain by name. Back-links are computed from the forward links and kept until the next
 * change, so they cannot disagree with them.
 */
export class Tree {
  readonly #entries = new Map<string, Entry>()
  #links: Links | undefined

  get(dn: string): Entry | undefined {
    return this.#entries.get(dnKey(dn))
  }

  put(entry: Entry): void {
    this.#entries.set(dnKey(entry.dn), entry)
    this.#links = undefined
  }

  remove(dn: string): void {
    this.#entries.delete(dnKey(dn))
    this.#links = undefined
  }

  all(): Entry[] {
    return [...this.#entries.values()]
  }

  children(dn: string): Entry[] {
    const suffix = `,${dnKey(dn)}`
    return this.#below(suffix)
      .filter(([key]) => parseDn(key.slice(0, -suffix.length)).length === 1)
      .map(([, entry]) => entry)
  }

  /** The entry itself and everything below it. Parents come before children, as they do in the map. */
  subtree(dn: string): Entry[] {
    const key = dnKey(dn)
    const top = this.#entries.get(key)
    return [...(top ? [top] : []), ...this.#below(`,${key}`).map(([, entry]) => entry)]
  }

  #below(suffix: string): [string, Entry][] {
    return [...this.#entries].filter(([key]) => key.endsWith(suffix))
  }

  /** The account or group with this logon name, in any case. */
  bySamAccountName(login: string): Entry | undefined {
    const wanted = login.toLowerCase()
    return this.all().find((entry) => firstValue(entry, 'sAMAccountName').toLowerCase() === wanted)
  }

  /** The entry with this objectGUID (hex). */
  byGuid(guid: string): Entry | undefined {
    return this.all().find((entry) => firstValue(entry, 'objectGUID') === guid)
  }

  /** Groups that list this name as a direct member. */
  groupsOf(dn: string): Entry[] {
    return this.#currentLinks().memberOf.get(dnKey(dn)) ?? []
  }

  /** Entries whose manager is this name. */
  reportsOf(dn: string): Entry[] {
    return this.#currentLinks().reports.get(dnKey(dn)) ?? []
  }

  #currentLinks(): Links {
    this.#links ??= {
      memberOf: index(
        this.all().filter((entry) => hasClass(entry, 'group')),
        'member',
      ),
      reports: index(this.all(), 'manager'),
    }
    return this.#links
  }
}

function index(entries: Entry[], attribute: string): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const target of valuesOf(entry, attribute)) {
      const key = dnKey(target)
      found.set(key, [...(found.get(key) ?? []), entry])
    }
  }
  return found
}
