import { defineRead } from '../define-read.ts'
import type { Intent, Turn } from '../intent.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { userRow } from '../render/rows.ts'
import { dataOf, lastResult } from '../results.ts'
import { type ClientRow, UsersData } from '../shapes.ts'
import { anyClient, namedClient } from '../subjects/client.ts'

const tool = 'ad_search_users'

function tellUsers(turn: Turn, client: ClientRow | undefined, what: { fr: string; en: string }): string {
  const data = dataOf(lastResult(turn, tool), UsersData)
  const at = client ? ` (${plainLine(client.name)})` : ''
  const title = { fr: `${what.fr}${at}`, en: `${what.en}${at}` }
  if (!data) return renderMissing(turn, tool, title)
  return renderListing(turn, {
    title,
    none: { fr: `${title.fr} : aucun.`, en: `${title.en}: none.` },
    rows: data.users.map((user) => userRow(turn, user)),
    total: data.total,
  })
}

/** Who works for a client. */
export const clientUsers: Intent = defineRead({
  id: 'client-users',
  title: { fr: 'utilisateurs d’un client', en: 'users of a client' },
  example: { fr: 'Qui travaille à l’EHPAD Les Jardins ?', en: 'Who works at EHPAD Les Jardins?' },
  needs: [tool],
  carries: ['clientPhrase'],
  asksFor: ['clientPhrase'],
  patterns: [
    {
      weight: 6,
      all: ['people'],
      slots: ['clientPhrase'],
      without: ['login', 'hostnames', 'ticketIds'],
      none: ['howTo', 'ticket', 'notify', 'disabled', 'locked'],
    },
  ],
  subject: namedClient,
  calls: (_turn, client) => [{ tool, arguments: { client: client.name } }],
  tell: (turn, client) => tellUsers(turn, client, { fr: 'Utilisateurs', en: 'Users' }),
})

interface StateQuestion {
  state: 'locked' | 'disabled'
  title: Intent['title']
  example: Intent['example']
  heading: { fr: string; en: string }
}

function accountsInState({ state, title, example, heading }: StateQuestion): Intent {
  const without: Intent['carries'] = ['login', 'personName', 'hostnames', 'ticketIds']
  return defineRead({
    id: `${state}-accounts`,
    title,
    example,
    needs: [tool],
    carries: ['clientPhrase'],
    patterns: [
      { weight: 6.5, all: [state, 'accounts'], without, none: ['howTo', 'ticket'] },
      { weight: 6, all: [state, 'ones'], without, none: ['howTo', 'ticket', 'alert'] },
      {
        weight: 6,
        all: [state],
        slots: ['clientPhrase'],
        without,
        none: ['howTo', 'ticket', 'port', 'alert'],
      },
    ],
    subject: anyClient,
    calls: (_turn, client) => [{ tool, arguments: { ...(client && { client: client.name }), state } }],
    tell: (turn, client) => tellUsers(turn, client, heading),
  })
}

/** The accounts that wrong passwords locked, of all clients or of one. */
export const lockedAccounts = accountsInState({
  state: 'locked',
  title: { fr: 'comptes verrouillés', en: 'locked accounts' },
  example: { fr: 'Quels comptes sont verrouillés ?', en: 'Which accounts are locked?' },
  heading: { fr: 'Comptes verrouillés', en: 'Locked accounts' },
})

/** The accounts that are disabled, of all clients or of one. */
export const disabledAccounts = accountsInState({
  state: 'disabled',
  title: { fr: 'comptes désactivés', en: 'disabled accounts' },
  example: { fr: 'Quels comptes sont désactivés ?', en: 'Which accounts are disabled?' },
  heading: { fr: 'Comptes désactivés', en: 'Disabled accounts' },
})
