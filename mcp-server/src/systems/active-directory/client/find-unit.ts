import { ConflictError, NotFoundError } from '@hub/contracts'
import { AndFilter, type Client, EqualityFilter } from 'ldapts'
import { containerPath, parseDn } from '../format/distinguished-name.ts'
import { entryValues, required } from '../format/entry-values.ts'
import { printGuid } from '../format/identifiers.ts'
import { foldName } from '../format/name-pattern.ts'
import type { Directory } from './settings.ts'

/** An organisational unit with the client whose accounts it holds. */
export interface ClientUnit {
  dn: string
  guid: string
  clientName: string
}

/**
 * The one unit of a client that has this name; without one, the unit named like the client.
 * @throws NotFoundError `ad.container_not_found`; ConflictError `ad.container_elsewhere` when only other clients have
 *   one, `ad.container_ambiguous`
 */
export async function findUnit(
  directory: Directory,
  client: Client,
  wanted: { client: string; container?: string | undefined },
): Promise<ClientUnit> {
  const name = wanted.container ?? wanted.client
  const units = await unitsNamed(directory, client, name)
  if (units.length === 0)
    throw new NotFoundError(`Active Directory has no organisational unit ${name} in ${directory.name}`, {
      reason: 'ad.container_not_found',
      params: { container: name, domain: directory.name },
    })
  const own = units.flatMap((unit) => {
    const clientName = clientOf(unit.dn, directory)
    return clientName !== null && foldName(clientName) === foldName(wanted.client)
      ? [{ ...unit, clientName }]
      : []
  })
  const [unit, ...others] = own
  if (unit === undefined) throw elsewhere(units, { name, client: wanted.client })
  if (others.length > 0) throw ambiguous(own, name)
  return unit
}

type Unit = Omit<ClientUnit, 'clientName'>

async function unitsNamed({ baseDn }: Directory, client: Client, name: string): Promise<Unit[]> {
  const { searchEntries } = await client.search(baseDn, {
    scope: 'sub',
    filter: new AndFilter({
      filters: [
        new EqualityFilter({ attribute: 'objectClass', value: 'organizationalUnit' }),
        new EqualityFilter({ attribute: 'ou', value: name }),
      ],
    }),
    attributes: ['objectGUID'],
    explicitBufferAttributes: ['objectGUID'],
    paged: { pageSize: 100 },
  })
  return searchEntries
    .map(entryValues)
    .map((entry) => ({ dn: entry.dn, guid: printGuid(required(entry.bytes('objectGUID'), 'objectGUID')) }))
}

/**
 * The client that a unit belongs to, from its place alone: the one client of the domain, else the outermost unit
 * under those that hold the clients. Null for such a holder itself. Pure.
 */
export function clientOf(
  unitDn: string,
  { baseDn, clients, rules }: Pick<Directory, 'baseDn' | 'clients' | 'rules'>,
): string | null {
  const [only, ...others] = clients
  if (only !== undefined && others.length === 0) return only
  const holders = new Set(rules.clientContainers.map(foldName))
  const path = parseDn(unitDn).slice(0, -parseDn(baseDn).length).reverse()
  return path.find(({ value }) => !holders.has(foldName(value)))?.value ?? null
}

function elsewhere(units: Unit[], { name, client }: { name: string; client: string }): ConflictError {
  const candidates = pathsOf(units)
  return new ConflictError(`Organisational unit ${name} is not one of ${client}: ${candidates}`, {
    reason: 'ad.container_elsewhere',
    params: { container: name, client, candidates },
  })
}

function ambiguous(units: Unit[], name: string): ConflictError {
  const candidates = pathsOf(units)
  return new ConflictError(`Several organisational units are called ${name}: ${candidates}`, {
    reason: 'ad.container_ambiguous',
    params: { container: name, candidates },
  })
}

const pathsOf = (units: Unit[]) => units.map(({ dn }) => containerPath(`CN=x,${dn}`)).join('; ')
