import { type OpenIncident, sitesOf } from '../group/incident.ts'
import { outageStartOf } from '../group/reachability.ts'
import { siteNamed, type Topology } from '../group/topology.ts'
import { clientMail } from '../texts/client-mail.ts'
import { recoveredMail } from '../texts/closing-text.ts'
import type { SentMail } from '../texts/mails-due.ts'
import type { Judgement } from '../verdict/judge.ts'
import type { DueMail } from './case-file.ts'

interface About {
  incident: OpenIncident
  topology: Topology
  judgement: Judgement
  ticketId: number | null
  recoveredAt: string | null
  isCut: boolean
}

const mostSubject = 150

/** Subject and body of one mail; of the sites of that client only. */
export function mailWords({ client, phase }: SentMail, about: About): Omit<DueMail, 'after' | 'replaces'> {
  const { incident, topology, judgement } = about
  const sites = sitesOf(incident.alerts, topology).filter(
    (name) => siteNamed(topology, name)?.client === client,
  )
  const { cause } = incident
  const startedAt = new Date(outageStartOf(incident.alerts)).toISOString()
  const words =
    phase === 'diagnosis'
      ? clientMail({
          verdict: judgement.verdict,
          sites,
          scope: cause.kind === 'device' ? 'device' : 'site',
          device: cause.kind === 'device' ? cause.device : null,
          provider: providerOf(about, sites),
          startedAt,
          ticketId: about.ticketId === null ? null : String(about.ticketId),
        })
      : recoveredMail({
          cause,
          sites,
          judgement,
          startedAt,
          recoveredAt: about.recoveredAt ?? startedAt,
          isFlapping: incident.isFlapping,
          isCut: about.isCut,
        })
  return {
    client,
    phase,
    subject: words.subject.fr.slice(0, mostSubject).toWellFormed(),
    body: words.body.fr,
  }
}

function providerOf({ incident: { cause }, topology }: About, sites: readonly string[]): string | null {
  if (cause.kind === 'provider' || cause.kind === 'link') return cause.provider
  return siteNamed(topology, sites[0])?.links[0]?.provider ?? null
}
