import type { Candidate } from '@hub/workflows'
import { clientRows, peopleRows } from './estate-tables.ts'

export interface BenchPerson extends Candidate {
  client: string
  mail: string
  isVip: boolean
  privileged: boolean
}

export interface BenchClient {
  key: string
  name: string
  domain: string
}

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

export const clients: readonly BenchClient[] = rows(clientRows).map(([key = '', name = '', domain = '']) => ({
  key,
  name,
  domain,
}))

/** The client of a key; an unknown key is a fault of the data. */
export function clientOf(key: string): BenchClient {
  const client = clients.find((candidate) => candidate.key === key)
  if (client === undefined) throw new Error(`no client ${key}`)
  return client
}

export const people: readonly BenchPerson[] = rows(peopleRows).map(
  ([login = '', displayName = '', client = '', flags = '']) => ({
    login,
    displayName,
    client,
    mail: `${login}@${clientOf(client).domain}`,
    isVip: flags.includes('vip'),
    privileged: flags.includes('privileged'),
  }),
)
