import type { Cause } from './cause.ts'
import type { NamedRule } from './incident.ts'

/** What is done with one notification, and by which rule. */
export type GroupDecision = { rule: NamedRule } & (
  | { join: string; isFlapping?: true }
  | { open: { cause: Cause; isFlapping: boolean } }
  /** Decide again at that time, with all that is known then. */
  | { hold: string }
  /** The incidents become one, `into`, with that cause; the notification joins it. */
  | { merge: readonly string[]; into: string; cause: Cause }
  /** Recorded, nothing more. */
  | { ignore: true }
)

/** Every rule of the grouping with its sentence. */
export const groupRules = {
  recovers: ['Retour à la normale de l’incident ouvert', 'Recovery of the open incident'],
  nothing_open: ['Retour à la normale sans incident ouvert', 'Recovery without an open incident'],
  already_over: ['Déjà revenu à la normale depuis', 'Already recovered since'],
  short_blip: ['Revenu à la normale pendant le délai d’attente', 'Recovered within the waiting time'],
  log_line: [
    'Ligne de journal jointe aux preuves de l’incident',
    'Log line kept as evidence of the incident',
  ],
  log_only: ['Ligne de journal sans incident : conservée', 'Log line without an incident: kept'],
  informational: ['Information sans défaut', 'Information, nothing fails'],
  flapping: [
    'Instable : un seul incident pour tous les changements',
    'Unstable: one incident for all its changes',
  ],
  same_alert: ['Même alerte que l’incident ouvert', 'Same alert as the open incident'],
  same_cause: ['Même cause que l’incident ouvert', 'Same cause as the open incident'],
  behind_core: ['Derrière notre cœur de réseau ou une panne générale', 'Behind our core or a general outage'],
  same_provider: ['Site du même opérateur en panne', 'Site of the provider that is out'],
  behind_site: ['Équipement derrière un site coupé', 'Device behind a site that is cut off'],
  behind_device: ['Équipement derrière un équipement en panne', 'Device behind a device that is down'],
  same_moment: ['Même site et même moment', 'Same site and same moment'],
  maintenance: [
    'Pendant une maintenance : enregistré, revu à sa fin',
    'During maintenance: recorded, seen again at its end',
  ],
  provider_outage: [
    'Plusieurs sites du même opérateur en dix minutes',
    'Several sites of one provider within ten minutes',
  ],
  many_providers: ['Plusieurs opérateurs au même moment', 'Several providers at the same moment'],
  wider_cause: ['Cause plus large trouvée après coup', 'A wider cause was found later'],
  settling: [
    'Attente d’un retour rapide ou d’alertes voisines',
    'Waiting for a quick recovery or for neighbours',
  ],
  new_cause: ['Nouvelle cause', 'New cause'],
} as const satisfies Record<string, readonly [fr: string, en: string]>

export type GroupRuleName = keyof typeof groupRules

/** A rule with its sentences. */
export function ruleNamed(name: GroupRuleName): NamedRule {
  const [fr, en] = groupRules[name]
  return { name, fr, en }
}
