import type { Person } from '../data/people.ts'
import { type DirectoryLimits, type Domain, defaultLimits } from './domain.ts'
import { namesOfDomain } from './domain-names.ts'
import { exclusive } from './exclusive.ts'
import { seedPeople } from './seed/seed-people.ts'
import { seedStructure } from './seed/seed-structure.ts'
import { readState, stateSaver } from './state-file.ts'
import { Tree } from './tree/tree.ts'

export interface DomainOptions {
  people: readonly Person[]
  dns?: string
  dataDir?: string
  limits?: Partial<DirectoryLimits>
  now?: () => number
}

const firstRid = 1103

/** The domain as it was kept in the data folder, or a new one with these people. */
export async function openDomain({
  people,
  dns,
  dataDir,
  limits,
  now = Date.now,
}: DomainOptions): Promise<Domain> {
  const domain: Domain = {
    names: namesOfDomain(dns),
    tree: new Tree(),
    passwords: new Map(),
    counters: { nextRid: firstRid, usn: 12_000 },
    limits: { ...defaultLimits, ...limits },
    now,
    exclusive: exclusive(),
    save: () => Promise.resolve(),
  }
  const isKept = dataDir !== undefined && (await readState(domain, dataDir))
  if (!isKept) {
    seedStructure(domain)
    seedPeople(domain, people)
  }
  if (dataDir !== undefined) domain.save = stateSaver(domain, dataDir)
  return domain
}
