import { type Client, EqualityFilter, InsufficientAccessError, NoSuchObjectError } from 'ldapts'
import type { AccountRecord } from '../format/account.ts'
import { domainOf } from '../format/distinguished-name.ts'
import { type EntryValues, entryValues } from '../format/entry-values.ts'
import { siblingSid } from '../format/identifiers.ts'
import { readGroups } from './groups-above.ts'
import type { Directory } from './settings.ts'

const domainUsersRid = 513
/** For settings that are in force but that the account of the Hub may not read. */
const lengthOfUnreadSettings = 24

/** Least password length that the head of the domain asks for; 0 when it is silent. */
export async function readMinPasswordLength(directory: Directory, client: Client): Promise<number> {
  return (await readHead(directory, client))?.integer('minPwdLength') ?? 0
}

/** The same for one account: fine-grained settings in force for it count too (MS-ADTS 3.1.1.4.5.36). */
export async function readAccountPasswordLength(
  directory: Directory,
  client: Client,
  { account }: AccountRecord,
): Promise<number> {
  const names = ['msDS-ResultantPSO', 'msDS-PSOApplied']
  const { searchEntries } = await client.search(`<GUID=${account.guid}>`, {
    scope: 'base',
    filter: '(objectClass=user)',
    attributes: names,
  })
  const applied = searchEntries.map(entryValues).flatMap((entry) => {
    const resultant = entry.text('msDS-ResultantPSO')
    return resultant === null ? entry.texts('msDS-PSOApplied') : [resultant]
  })
  const lengths = [await readMinPasswordLength(directory, client)]
  for (const dn of applied) lengths.push(await readSettingsLength(client, dn))
  return Math.max(...lengths)
}

/** The same for an account that is still to be created: it will be in Domain Users only. */
export async function readNewPasswordLength(directory: Directory, client: Client): Promise<number> {
  const head = await readHead(directory, client)
  const sid = head?.bytes('objectSid')
  const [everybody] = sid
    ? await readGroups(
        directory,
        client,
        new EqualityFilter({ attribute: 'objectSid', value: sidBelow(sid, domainUsersRid) }),
      )
    : []
  const settings = everybody ? await settingsFor(directory, client, everybody.dn) : []
  return Math.max(head?.integer('minPwdLength') ?? 0, ...settings.map(lengthOf))
}

async function readHead(directory: Directory, client: Client): Promise<EntryValues | undefined> {
  const { searchEntries } = await client.search(domainOf(directory.baseDn), {
    scope: 'base',
    filter: '(objectClass=domainDNS)',
    attributes: ['minPwdLength', 'objectSid'],
    explicitBufferAttributes: ['objectSid'],
  })
  return searchEntries.map(entryValues)[0]
}

/** The SID of an account of the domain, from the SID of the domain: one more part, and it is counted. */
function sidBelow(domainSid: Buffer, rid: number): Buffer {
  const sid = Buffer.concat([domainSid, Buffer.alloc(4)])
  sid.writeUInt8(domainSid.readUInt8(1) + 1, 1)
  return siblingSid(sid, rid)
}

async function settingsFor(directory: Directory, client: Client, dn: string): Promise<EntryValues[]> {
  const container = `CN=Password Settings Container,CN=System,${domainOf(directory.baseDn)}`
  try {
    const { searchEntries } = await client.search(container, {
      scope: 'one',
      filter: new EqualityFilter({ attribute: 'msDS-PSOAppliesTo', value: dn }),
      attributes: ['msDS-MinimumPasswordLength'],
    })
    return searchEntries.map(entryValues)
  } catch (error) {
    if (isHidden(error)) return []
    throw error
  }
}

async function readSettingsLength(client: Client, dn: string): Promise<number> {
  try {
    const { searchEntries } = await client.search(dn, {
      scope: 'base',
      filter: '(objectClass=*)',
      attributes: ['msDS-MinimumPasswordLength'],
    })
    return searchEntries.map(entryValues).map(lengthOf)[0] ?? lengthOfUnreadSettings
  } catch (error) {
    if (isHidden(error)) return lengthOfUnreadSettings
    throw error
  }
}

const lengthOf = (settings: EntryValues) =>
  settings.integer('msDS-MinimumPasswordLength') ?? lengthOfUnreadSettings

/** Only administrators may read the settings unless the domain says otherwise: they look absent then. */
function isHidden(error: unknown): boolean {
  return error instanceof NoSuchObjectError || error instanceof InsufficientAccessError
}
