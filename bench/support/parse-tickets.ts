import type { Category, SupportTicket } from '@hub/workflows'
import { categories } from '@hub/workflows'
import { clientOf, people } from './world.ts'

export interface Labelled {
  ticket: SupportTicket
  clientKey: string
  category: Category
  whom: 'self' | 'other' | 'unknown'
  /** Login of the account that is meant, where there is one. */
  login: string | null
  isSeveral: boolean
  /** Why it is suspicious, or null. */
  suspicious: string | null
}

const header = /^(\S+) (self|other|unknown)(?:=(\S+))? < (.*?)(?: !! (.+?))?( \+\+)?$/
const address = /^(\? )?(.*?) ?<([^>]+)> @ (\w+)$/

/** A sender is a login of the world, or "Name <address> @ client" of a shared mailbox, "? " first when unknown. */
function readSender(text: string) {
  const person = people.find(({ login }) => login === text)
  if (person !== undefined) {
    const { displayName, mail, login, client } = person
    return { requester: { name: displayName, email: mail, login, isKnown: true }, client }
  }
  const [, unknown, name = '', email = '', client = ''] = address.exec(text) ?? []
  if (email === '') throw new Error(`not a sender: ${text}`)
  return { requester: { name, email, login: null, isKnown: unknown === undefined }, client }
}

function parseTicket(block: string): Labelled {
  const [head = '', title = '', ...body] = block.split('\n')
  const [, label = '', whom, meant, sender = '', why, several] = header.exec(head) ?? []
  const category = categories.find((name) => name === label)
  if (category === undefined || (whom !== 'self' && whom !== 'other' && whom !== 'unknown'))
    throw new Error(`not a header: ${head}`)
  const { requester, client } = readSender(sender)
  const { name, domain } = clientOf(client)
  return {
    ticket: { title, text: body.join('\n').trim(), requester, client: { name, domains: [domain] } },
    clientKey: client,
    category,
    whom,
    login: whom === 'self' ? (meant ?? requester.login) : (meant ?? null),
    isSeveral: several !== undefined,
    suspicious: why ?? null,
  }
}

/**
 * Tickets written as blocks: `## CATEGORY self|other|unknown[=login] < sender [!! why suspicious] [++ when several
 * requests]`, the title on the next line, then the text.
 */
export function parseTickets(text: string): Labelled[] {
  return text
    .split(/^## /m)
    .filter((block) => block.trim() !== '')
    .map(parseTicket)
}
