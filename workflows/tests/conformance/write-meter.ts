import { setTimeout as wait } from 'node:timers/promises'
import type { Estate } from '@hub/estate'
import { countDirectoryWrites } from '../harness/directory-writes.ts'
import type { DirectoryCorner } from './directory-corner.ts'
import type { PlannedAction } from './planned-action.ts'

/** Counts what the directory really changed, whoever says what about it. */
export interface WriteMeter {
  /** Forgets what was written so far. */
  start(actions: readonly PlannedAction[]): Promise<void>
  /** Waits until the directory has just made one more change. @returns false when the time is over */
  untilWrite(timeoutMs: number): Promise<boolean>
  /** Changes that were made for one action. */
  effectsOf(action: PlannedAction): Promise<number>
}

/** On the demo directory, whose side door shows every write. */
export function estateMeter({ directory }: Estate, corner: DirectoryCorner): WriteMeter {
  const { control } = directory
  const { take, of, forget } = countDirectoryWrites({ directory })
  return {
    async start(actions) {
      take()
      forget()
      // An account that was not touched for long shows clearly that nothing happened to it.
      const longAgo = { whenChanged: ['20200101000000.0Z'], pwdLastSet: ['132223104000000000'] }
      for (const { name } of actions.filter((_, index) => index % 2 === 0))
        await control.setAttributes(corner.login(name), longAgo)
    },
    async untilWrite(timeoutMs) {
      const until = Date.now() + timeoutMs
      while (Date.now() < until) {
        if (take() > 0) return true
        await wait(1)
      }
      return false
    },
    async effectsOf({ name, group, attribute }) {
      take()
      return of(corner.dn(group ?? name), attribute)
    },
  }
}

/** Numbers of attributes in the replication data of an Active Directory ([MS-ADTS] 3.1.1.2). */
const attributeNumbers = { unicodePwd: 0x9005a, userAccountControl: 0x90008 }

/** On a real directory: the versions that replication keeps of each attribute. */
export function replicationMeter(corner: DirectoryCorner): WriteMeter {
  const atStart = new Map<string, number>()
  const wasMember = new Map<string, boolean>()
  // One change of userAccountControl counts as several: the old value out, the new one in, derived ones beside.
  let versionsPerChange = 1
  const readVersionOf = async (name: string, attribute: keyof typeof attributeNumbers) =>
    readVersion(await corner.bytes(name, 'replPropertyMetaData'), attribute)
  const versionOf = async ({ name, attribute }: PlannedAction) =>
    attribute === 'member' ? 0 : readVersionOf(name, attribute)
  return {
    async start(actions) {
      await corner.addAccount('etalon', true)
      const before = await readVersionOf('etalon', 'userAccountControl')
      await corner.disable('etalon')
      versionsPerChange = (await readVersionOf('etalon', 'userAccountControl')) - before
      for (const action of actions) {
        atStart.set(action.name, await versionOf(action))
        if (action.group) wasMember.set(action.name, await corner.isMember(action.group, action.name))
      }
    },
    async untilWrite(timeoutMs) {
      const until = Date.now() + timeoutMs
      const before = await corner.lastChange()
      while (Date.now() < until) if ((await corner.lastChange()) > before) return true
      return false
    },
    async effectsOf(action) {
      // A member cannot be added or removed twice: the directory refuses.
      if (action.group)
        return Number((await corner.isMember(action.group, action.name)) !== wasMember.get(action.name))
      const versions = (await versionOf(action)) - (atStart.get(action.name) ?? 0)
      return action.attribute === 'userAccountControl' ? versions / versionsPerChange : versions
    },
  }
}

const headerBytes = 16
const entryBytes = 48

/** replPropertyMetaDataBlob: a count at 8, then entries that begin with the attribute and its version. */
function readVersion(blob: Buffer, attribute: keyof typeof attributeNumbers): number {
  for (let at = headerBytes; at + entryBytes <= blob.length; at += entryBytes)
    if (blob.readUInt32LE(at) === attributeNumbers[attribute]) return blob.readUInt32LE(at + 4)
  return 0
}
