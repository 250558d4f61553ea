import { clients, rootClient } from './clients.ts'
import { peopleRows } from './people-table.ts'

/** One account of the demo directory. Passwords are not data: the directory makes them at start. */
export interface Person {
  /** sAMAccountName, at most 20 characters. */
  login: string
  givenName: string
  surname: string
  displayName: string
  mail: string
  /** Name of the client (GLPI entity) the person works for; `WIDIP` for the company itself. */
  client: string
  title: string
  department: string
  phone: string
  locked: boolean
  disabled: boolean
  vip: boolean
  service: boolean
  domainAdmin: boolean
  mustChange: boolean
  passwordExpired: boolean
  /** Names of directory groups, e.g. `GG-Dossier-Patient`; the built-in admin groups follow from domainAdmin. */
  groups: readonly string[]
}

const toLogin = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(' ', '.')
    .replace(/[^a-z.-]/g, '')
    .slice(0, 20)

function employerOf(name: string) {
  const employer = [rootClient, ...clients].find((client) => client.name === name)
  if (!employer) throw new Error(`No demo client is named ${name}`)
  return employer
}

function toPerson(row: (typeof peopleRows)[number], index: number): Person {
  const employer = employerOf(row.client)
  const flags = row.flags.split(', ')
  const login = flags.find((flag) => flag.startsWith('login='))?.slice('login='.length) ?? toLogin(row.name)
  const [givenName = '', ...surname] = row.name.split(' ')
  return {
    login,
    givenName,
    surname: surname.join(' '),
    displayName: row.name,
    mail: `${login}@${employer.domain}`,
    client: row.client,
    title: row.title,
    department: row.department,
    phone: employer.phone.replace(/\d\d$/, String(10 + (index % 90))),
    locked: flags.includes('locked'),
    disabled: flags.includes('disabled'),
    vip: flags.includes('vip'),
    service: flags.includes('service'),
    domainAdmin: flags.includes('admin'),
    mustChange: flags.includes('change'),
    passwordExpired: flags.includes('expired'),
    groups: row.groups.split(', ').map((group) => `GG-${group}`),
  }
}

/** Everyone in the demo directory: staff of the clients, technicians, service and administration accounts. */
export const people: readonly Person[] = peopleRows.map(toPerson)
