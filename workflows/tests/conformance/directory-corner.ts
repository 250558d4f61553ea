import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Attribute, Change, Client, EqualityFilter, InvalidCredentialsError } from 'ldapts'

/** How to reach a directory as an administrator. */
export interface DirectoryAccess {
  url: string
  caFile: string
  baseDn: string
  bindDn: string
  bindPassword: string
}

/** A unit of a running directory with accounts and groups of its own, read by other means than the Hub's. */
export interface DirectoryCorner {
  login(name: string): string
  dn(name: string): string
  addAccount(name: string, isEnabled: boolean): Promise<void>
  addGroup(name: string, ...members: string[]): Promise<void>
  isEnabled(name: string): Promise<boolean>
  /** Disables an enabled account in the way of a careful client: the old value out, the new one in. */
  disable(name: string): Promise<void>
  isMember(group: string, name: string): Promise<boolean>
  /** One logon: right also when the password is to be changed first. */
  isPassword(name: string, password: string): Promise<boolean>
  /** One attribute of one entry as bytes. */
  bytes(name: string, attribute: string): Promise<Buffer>
  /** Number of the last change that the directory made, where it tells. */
  lastChange(): Promise<number>
  close(): Promise<void>
}

export const firstPassword = 'Prem1er-Passe-Jour!'
const normalAccount = 512
const disabledBit = 2

export async function openCorner(access: DirectoryAccess): Promise<DirectoryCorner> {
  const tlsOptions = { ca: readFileSync(access.caFile, 'utf8') }
  const connection = { url: access.url, tlsOptions, timeout: 20_000 }
  const admin = new Client(connection)
  await admin.bind(access.bindDn, access.bindPassword)
  const run = randomBytes(3).toString('hex')
  const ou = `OU=Kill ${run},${access.baseDn}`
  await admin.add(ou, { objectClass: ['top', 'organizationalUnit'] })
  const login = (name: string) => `${name}.${run}`
  const dn = (name: string) => `CN=${login(name)},${ou}`
  const read = async (entry: string, options: Parameters<Client['search']>[1] = {}) => {
    const { searchEntries } = await admin.search(entry, { scope: 'base', ...options })
    return searchEntries[0]
  }
  return {
    login,
    dn,
    async addAccount(name, isEnabled) {
      const control = String(isEnabled ? normalAccount : normalAccount + disabledBit)
      const values = {
        sAMAccountName: login(name),
        displayName: `Prénom ${name}`,
        userAccountControl: control,
      }
      await admin.add(dn(name), [
        new Attribute({ type: 'objectClass', values: ['top', 'person', 'organizationalPerson', 'user'] }),
        ...Object.entries(values).map(([type, value]) => new Attribute({ type, values: [value] })),
        new Attribute({ type: 'unicodePwd', values: [Buffer.from(`"${firstPassword}"`, 'utf16le')] }),
      ])
    },
    addGroup: (name, ...members) =>
      admin.add(dn(name), {
        objectClass: ['top', 'group'],
        sAMAccountName: login(name),
        ...(members.length > 0 && { member: members.map(dn) }),
      }),
    async isEnabled(name) {
      const entry = await read(dn(name), { attributes: ['userAccountControl'] })
      return (Number(entry?.userAccountControl) & disabledBit) === 0
    },
    disable: (name) =>
      admin.modify(dn(name), [
        controlChange('delete', normalAccount),
        controlChange('add', normalAccount + disabledBit),
      ]),
    async isMember(group, name) {
      const filter = new EqualityFilter({ attribute: 'member', value: dn(name) })
      return (await read(dn(group), { filter, attributes: ['cn'] })) !== undefined
    },
    isPassword: (name, password) => isPassword(new Client(connection), dn(name), password),
    async bytes(name, attribute) {
      const options = { attributes: [attribute], explicitBufferAttributes: [attribute] }
      const value = (await read(dn(name), options))?.[attribute]
      if (!Buffer.isBuffer(value)) throw new Error(`${dn(name)} shows no ${attribute}`)
      return value
    },
    lastChange: async () =>
      Number((await read('', { attributes: ['highestCommittedUSN'] }))?.highestCommittedUSN),
    close: () => admin.unbind(),
  }
}

function controlChange(operation: 'delete' | 'add', value: number): Change {
  const modification = new Attribute({ type: 'userAccountControl', values: [String(value)] })
  return new Change({ operation, modification })
}

async function isPassword(client: Client, dn: string, password: string): Promise<boolean> {
  try {
    await client.bind(dn, password)
    return true
  } catch (error) {
    if (error instanceof InvalidCredentialsError) return /data (773|532)\b/.test(error.message)
    throw error
  } finally {
    await client.unbind()
  }
}
