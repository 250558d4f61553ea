import { defineAction } from '../define-action.ts'
import type { Turn } from '../intent.ts'
import { say } from '../render/blocks.ts'
import { plainLine } from '../render/plain-text.ts'
import { andThen, known, type Resolution, told } from '../resolution.ts'
import { namedClient } from '../subjects/client.ts'
import { linkedTicket } from '../subjects/ticket.ts'

const tool = 'mail_notify_client'
const longestSubject = 90

interface Mail {
  client: string
  body: string
}

function mailOf(turn: Turn): Resolution<Mail> {
  if (turn.slots.clientPhrase === undefined)
    return told(say(turn, { fr: 'À quel client écrire ?', en: 'Which client shall I write to?' }))
  return andThen(namedClient(turn), ({ name }) =>
    turn.slots.body === undefined
      ? told(
          say(turn, {
            fr: `Quel est le texte du message pour ${plainLine(name)} ?`,
            en: `What is the text of the mail to ${plainLine(name)}?`,
          }),
        )
      : known({ client: name, body: turn.slots.body }),
  )
}

const subjectOf = (body: string) => (body.split('\n')[0] ?? body).slice(0, longestSubject)

/** Asks to write to the known contacts of a client; a person reads and approves the mail. */
export const clientNotify = defineAction<Mail>({
  id: 'client-notify',
  title: { fr: 'message à un client (soumis à approbation)', en: 'mail to a client (needs an approval)' },
  example: {
    fr: 'Préviens la Clinique Saint-Jean : coupure ce soir à 22 h',
    en: 'Notify Clinique Saint-Jean: outage tonight at 10 pm',
  },
  needs: [tool],
  carries: ['clientPhrase', 'ticketIds'],
  asksFor: ['clientPhrase', 'body'],
  patterns: [{ weight: 11, all: ['notify'], without: ['hostnames'] }],
  tool,
  subject: mailOf,
  arguments: (turn, { client, body }) => ({
    client,
    ...linkedTicket(turn),
    subject: subjectOf(body),
    body,
    language: turn.language,
  }),
  label: (turn, { client }) =>
    say(turn, { fr: `Message à ${plainLine(client)}`, en: `Mail to ${plainLine(client)}` }),
  done: (turn, { client }) =>
    say(turn, { fr: `Message envoyé à ${plainLine(client)}.`, en: `Mail sent to ${plainLine(client)}.` }),
})
