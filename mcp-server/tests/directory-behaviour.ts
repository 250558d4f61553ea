import { afterAll, beforeAll } from 'vitest'
import { describeAccounts } from './directory-behaviour-accounts.ts'
import { describeGroups } from './directory-behaviour-groups.ts'
import { describeSearch } from './directory-behaviour-search.ts'
import { type Access, type DirectoryWorld, openWorld } from './directory-world.ts'

export interface BehaviourOptions {
  /** More than one page of the server. */
  manyUsers: number
  /** What this directory wants of password settings beside their length. */
  passwordSettings: Record<string, string>
}

/** What the tools must do on every directory: the demo domain and a real domain controller run the same cases. */
export function describeDirectory(open: () => Access, options: BehaviourOptions): void {
  let opened: DirectoryWorld | undefined
  const world = () => {
    if (opened === undefined) throw new Error('the directory is not open')
    return opened
  }
  beforeAll(async () => {
    opened = await openWorld(open())
  })
  afterAll(() => opened?.close())
  describeAccounts({ world, open, options })
  describeGroups(world, open)
  describeSearch(world, options)
}
