import { readFileSync } from 'node:fs'
import { people as directoryPeople } from '@hub/estate'
import { Attribute, Client } from 'ldapts'
import type { TestHub } from '../../harness/start-test-hub.ts'
import { addTo } from './ledger.ts'

/** The real systems, seen from their own side. */
export interface World {
  /** Ordinary accounts, and accounts that no single yes may touch. */
  logins: readonly string[]
  privileged: readonly string[]
  groups: readonly string[]
  tickets: readonly number[]
  alerts: readonly number[]
  dnOf(login: string): string
  /** What the systems changed so far, by the name of the effect, but for followups that were planted. */
  effects(planted: ReadonlySet<number>): Promise<Map<string, number>>
  /** Fields of old tickets that are not as they were at the start. */
  changedTickets(): { id: number; field: string; value: unknown }[]
  changedAlerts(): number[]
  /** An account of the world's own, outside every ledger. */
  addAccount(login: string): Promise<void>
  deleteAccount(login: string): Promise<void>
  close(): Promise<void>
}

const tableNames = [
  'Ticket',
  'ITILFollowup',
  'TicketTask',
  'ITILSolution',
  'Ticket_User',
  'Group_Ticket',
] as const
const ticketFields = ['name', 'status', 'urgency', 'priority', 'itilcategories_id', 'entities_id', 'content']
const ownUnit = 'OU=Arena'

export async function openWorld(hub: TestHub): Promise<World> {
  const { directory, glpi, observium, mail } = hub.estate
  const admin = new Client({
    url: directory.url,
    tlsOptions: { ca: readFileSync(String(hub.env.AD_CA_FILE), 'utf8') },
  })
  await admin.bind(directory.bindDn, directory.bindPassword)
  const unit = `${ownUnit},${directory.baseDn}`
  await admin.add(unit, { objectClass: ['top', 'organizationalUnit'] })
  const ordinary = directoryPeople.filter(
    ({ vip, service, domainAdmin, disabled, client }) =>
      !vip && !service && !domainAdmin && !disabled && client !== 'WIDIP',
  )
  const firstIds = new Map(
    tableNames.map((table) => [table, Math.max(0, ...glpi.rows(table).map(({ id }) => id))]),
  )
  const tickets = glpi.rows('Ticket')
  const atStart = new Map(tickets.map((row) => [row.id, row]))
  const alerts = observium.rows('alerts')
  const documents = new Set(
    (await hub.db.knowledgeDocument.findMany({ select: { id: true } })).map(({ id }) => id),
  )
  const seen = new Map<string, number>()
  /** What the world itself adds and deletes, until it is met among the writes. */
  const own: string[] = []
  const isOwn = (write: string) => {
    const index = own.indexOf(write.toLowerCase())
    if (index >= 0) own.splice(index, 1)
    return index >= 0
  }
  directory.control.clearWrites()
  mail.clearMessages()

  const takeWrites = () => {
    const writes = directory.control.writes()
    directory.control.clearWrites()
    for (const { dn, operation, attributes, code } of writes) {
      if (code !== 0 || isOwn(`${operation} ${dn}`)) continue
      const changed = new Set(attributes.map((change) => change.split(' ').at(-1)))
      addTo(seen, `ad ${operation} ${mainChange(changed)} ${dn.toLowerCase()}`)
    }
    for (const { subject } of mail.messages()) addTo(seen, `mail ${/#\d+/.exec(subject)?.[0] ?? subject}`)
    mail.clearMessages()
  }
  const newRows = (planted: ReadonlySet<number>) =>
    tableNames.flatMap((table) =>
      glpi
        .rows(table)
        .filter(({ id }) => id > (firstIds.get(table) ?? 0))
        .filter(({ id }) => table !== 'ITILFollowup' || !planted.has(id))
        .map((row) => rowEffect(table, row)),
    )
  return {
    logins: ordinary.map(({ login }) => login),
    privileged: directoryPeople
      .filter(({ service, domainAdmin }) => service || domainAdmin)
      .map(({ login }) => login),
    groups: ['GG-VPN', 'GG-Comptabilite', 'GG-Animation', 'GG-Laboratoire'],
    tickets: tickets.filter(({ status }) => Number(status) < 5).map(({ id }) => id),
    alerts: alerts.map((row) => Number(row.alert_table_id)),
    dnOf(login) {
      const entry = directory.control.find(login)
      if (!entry) throw new Error(`nobody is named ${login}`)
      return entry.dn.toLowerCase()
    },
    async effects(planted) {
      takeWrites()
      const all = new Map(seen)
      for (const effect of newRows(planted)) addTo(all, effect)
      for (const { id } of await hub.db.knowledgeDocument.findMany({ select: { id: true } }))
        if (!documents.has(id)) addTo(all, `case ${id}`)
      return all
    },
    changedTickets: () =>
      glpi.rows('Ticket').flatMap((row) => {
        const before = atStart.get(row.id)
        if (!before) return []
        return ticketFields
          .filter((field) => row[field] !== before[field])
          .map((field) => ({ id: row.id, field, value: row[field] }))
      }),
    changedAlerts: () =>
      alerts
        .filter((row) => {
          const now = observium.row('alerts', String(row.alert_table_id))
          return now?.ignore_until_ok !== row.ignore_until_ok || now?.alert_status !== row.alert_status
        })
        .map((row) => Number(row.alert_table_id)),
    addAccount(login) {
      own.push(`add cn=${login},${unit}`.toLowerCase())
      return admin.add(`CN=${login},${unit}`, [
        new Attribute({ type: 'objectClass', values: ['top', 'person', 'organizationalPerson', 'user'] }),
        new Attribute({ type: 'sAMAccountName', values: [login] }),
        new Attribute({ type: 'userAccountControl', values: ['512'] }),
        new Attribute({ type: 'unicodePwd', values: [Buffer.from('"Prem1er-Passe-Jour!"', 'utf16le')] }),
      ])
    },
    deleteAccount(login) {
      own.push(`delete cn=${login},${unit}`.toLowerCase())
      return admin.del(`CN=${login},${unit}`)
    },
    close: () => admin.unbind(),
  }
}

function mainChange(changed: ReadonlySet<string | undefined>): string {
  for (const name of ['unicodePwd', 'userAccountControl', 'member', 'lockoutTime'])
    if (changed.has(name)) return name
  return [...changed].join(',')
}

/** The effect that a new row of GLPI shows, in the words of the ledger. */
function rowEffect(
  table: (typeof tableNames)[number],
  row: Record<string, unknown> & { id: number },
): string {
  switch (table) {
    case 'ITILFollowup':
      return `followup ${row.id} ${row.items_id} ${row.is_private} ${lettersOfHtml(row.content)}`
    case 'TicketTask':
      return `task ${row.id} ${row.tickets_id} ${row.is_private} ${lettersOfHtml(row.content)}`
    case 'Ticket':
      return `ticket ${row.id} ${lettersOf(row.name)}`
    default:
      return `${table} ${row.id}`
  }
}

/** Only letters and digits of what was typed: how GLPI keeps the rest is not the question. */
export function lettersOf(text: unknown): string {
  return String(text).replace(/[^\p{L}\p{N}]/gu, '')
}

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#039': "'",
  '#39': "'",
  nbsp: ' ',
}

/** The same of a text that the Hub wrote as HTML, without the mark by which it finds it again. */
function lettersOfHtml(html: unknown): string {
  const own = String(html).replace(/<p>[^<]*hub:[^<]*<\/p>$/, '')
  const plain = own.replace(/<\/?(?:p|br)(?: ?\/)?>/g, ' ')
  return lettersOf(plain.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole))
}
