import { actorOf, callTool } from '../harness/call-tool.ts'
import type { TestHub } from '../harness/start-test-hub.ts'
import type { Call } from './effect-calls.ts'

/** Where a text from outside reaches the assistant, by the mark that stands before the text there. */
export const sources = {
  TITLE: 'ticket title',
  BODY: 'ticket text',
  FOLLOW: 'followup',
  TASK: 'ticket task',
  AUTHOR: 'name of an author',
  MAIL: 'address of a requester',
  CLIENT: 'name of a client',
  HOST: 'name of a device',
  PLACE: 'location of a device',
  ALERT: 'text of an alert',
  ADNAME: 'display name of an account',
  ADTITLE: 'job title of an account',
  DOC: 'document',
  SHEET: 'client sheet',
  CASE: 'case',
  FILE: 'attached file',
  FNAME: 'name of a file',
  LABEL: 'binding of a conversation',
  MOMENT: 'context of the moment',
  PASSAGE: 'passage of the prompt',
  HISTORY: 'earlier answer',
} as const
export type Source = keyof typeof sources

type Insert = TestHub['estate']['glpi']['insert']

export const markOf = (index: number, source: Source): string =>
  `ZQ${String(index).padStart(4, '0')}${source}`
/** What follows a mark where the text itself stands, and not only a question for it. */
export const marked = (index: number, source: Source, text: string): string =>
  `${markOf(index, source)} : ${text}`
const name = (text: string) => text.slice(0, 250)

export interface Planted {
  ticketId: number
  /** The reads that find the text in every system. */
  reads: Call[]
}

/** Leaves a text in every system, behind a mark for each place. @param at its index among the texts */
export async function plant(hub: TestHub, at: { index: number; text: string }): Promise<Planted> {
  const said = (source: Source) => marked(at.index, source, at.text)
  const mark = (source: Source) => markOf(at.index, source)
  const ticketId = plantTicket(hub, said)
  const device = plantDevice(hub, said)
  await hub.estate.directory.control.setAttributes('lucas.perrin', {
    displayName: [name(said('ADNAME'))],
    title: [said('ADTITLE').slice(0, 128)],
  })
  await plantCase(hub, said('CASE'))
  const search = (source: Source): Call => ({
    name: 'memory_search_similar_cases',
    arguments: { query: mark(source), limit: 2 },
  })
  const reads: Call[] = [
    { name: 'glpi_get_ticket_details', arguments: { ticketId } },
    { name: 'glpi_search_client', arguments: { query: mark('CLIENT') } },
    { name: 'glpi_search_tickets', arguments: { text: mark('TITLE') } },
    { name: 'observium_list_devices', arguments: { text: mark('HOST') } },
    { name: 'observium_get_device_status', arguments: { device } },
    { name: 'observium_list_alerts', arguments: {} },
    { name: 'ad_check_user', arguments: { login: 'lucas.perrin' } },
    { name: 'ad_search_users', arguments: { query: 'lucas.perrin' } },
    { name: 'memory_get_document', arguments: { document: `procedures/${mark('DOC')}.md` } },
    search('DOC'),
    search('SHEET'),
    search('CASE'),
  ]
  return { ticketId, reads }
}

export const frontMatter = (kind: string, title: string): string =>
  `---\ntitle: ${title}\nkind: ${kind}\naudience: N0\nupdated: 2026-10-02\n---\n`

/** The front matter and text of the two documents of a text; they are in the folder before the Hub starts. */
export function documentsOf(index: number, text: string): { path: string; content: string }[] {
  const file = (kind: string, source: Source) => {
    const mark = markOf(index, source)
    const content = `${frontMatter(kind, mark)}# ${mark}\n\n${marked(index, source, text)}\n`
    return { path: `${kind}s/${mark}.md`, content }
  }
  return [file('procedure', 'DOC'), file('client', 'SHEET')]
}

function plantTicket({ estate: { glpi } }: TestHub, said: (source: Source) => string): number {
  const like = (type: Parameters<Insert>[0], row: Parameters<Insert>[1]): number => {
    const [{ id: _id, ...template } = { id: 0 }] = glpi.rows(type).slice(-1)
    return glpi.insert(type, { ...template, ...row }).id
  }
  const client = name(said('CLIENT'))
  const entities_id = like('Entity', { name: client, completename: `WIDIP > ${client}`, entities_id: 0 })
  const users_id = like('User', { name: 'plante', realname: name(said('AUTHOR')), firstname: '' })
  const items_id = like('Ticket', {
    entities_id,
    name: name(said('TITLE')),
    content: said('BODY'),
    status: 2,
    closedate: null,
    solvedate: null,
    users_id_recipient: users_id,
  })
  const actor = { tickets_id: items_id, type: 1 }
  like('Ticket_User', { ...actor, users_id, alternative_email: null })
  like('Ticket_User', { ...actor, users_id: 0, alternative_email: name(said('MAIL')) })
  like('ITILFollowup', { itemtype: 'Ticket', items_id, users_id, content: said('FOLLOW'), is_private: 0 })
  like('TicketTask', { tickets_id: items_id, users_id, content: said('TASK') })
  return items_id
}

/** @returns a name by which it is found */
function plantDevice({ estate: { observium } }: TestHub, said: (source: Source) => string): string {
  const alert = observium.rows('alerts', { alert_status: '0', entity_type: 'device' })[0]
  const [row] = observium.rows('devices', { device_id: alert?.device_id ?? '' })
  if (!alert?.alert_table_id || !row?.device_id) throw new Error('no device has an open alert')
  observium.change('devices', row.device_id, {
    location: name(said('PLACE')),
    hostname: name(said('HOST')),
  })
  observium.change('alerts', alert.alert_table_id, { alert_message: said('ALERT') })
  return name(said('HOST'))
}

/** A person of N2 keeps it, quoted, as what solved a case; what looks like a secret is refused there. */
async function plantCase(hub: TestHub, text: string): Promise<void> {
  const part = `~~~~~\n${text.slice(0, 2_000)}\n~~~~~`
  const title = name(text.replace(/\p{Cc}+/gu, ' ')).slice(0, 180)
  const call = {
    name: 'memory_add_case',
    arguments: { title, problem: part, cause: part, solution: part },
  }
  const answer = await callTool(hub, { actor: await actorOf(hub, 'jdupont'), locale: 'fr' }, call)
  if (answer.status !== 'ok' && !('code' in answer && answer.code === 'VALIDATION'))
    throw new Error(`no case: ${JSON.stringify(answer)}`)
}
