import { type Client, clients } from './clients.ts'
import type { Equipment } from './equipment.ts'
import { type Person, people } from './people.ts'
import type { Random } from './random.ts'
import type { Story } from './stories/story.ts'

const weights: Record<Client['size'], number> = { large: 4, medium: 2, small: 1 }
const draw = clients.flatMap((client) => Array.from({ length: weights[client.size] }, () => client))
const colleagues = [
  'Sophie',
  'Marc',
  'Mme Delpech',
  'M. Ruiz',
  'Aline',
  "l'équipe de nuit",
  'Fatima',
  'Mme Bonnafous',
]
const openings = ['Bonjour,', 'Bonjour,', 'Bonjour à tous,', 'Bonjour le support,', '']
const remarks = [
  'Je reste joignable toute la matinée.',
  'Merci de rappeler sur le poste de garde plutôt que sur mon portable.',
  'Vous pouvez passer par {collegue} si je ne réponds pas.',
]
const incidentRemarks = [
  'Cela nous était déjà arrivé le mois dernier.',
  'Nous avons redémarré, sans changement.',
  'Hier soir tout allait bien.',
]
const calmRemarks = [
  "Ce n'est pas urgent, merci de voir quand vous pouvez.",
  'Pas de précipitation de notre côté.',
]
const closings = ['Cordialement,', 'Merci par avance,', 'Bien à vous,', 'Merci,']

/** Who writes a ticket, and the words that fill the slots of its story. */
export interface Requester {
  client: Client
  person: Person
  slots: Readonly<Record<string, string>>
}

/** People who may write to the help desk for a client. */
const staffOf = (client: Client) =>
  people.filter(
    (person) => person.client === client.name && !person.service && !person.domainAdmin && !person.disabled,
  )

/** Draws somebody who may have that problem; large clients call more. */
export function drawRequester(
  story: Story,
  { random, equipment }: { random: Random; equipment: readonly Equipment[] },
): Requester {
  const client = random.pick(draw.filter(({ sector }) => story.sectors?.includes(sector) ?? true))
  const person = random.pick(staffOf(client))
  const switches = equipment.filter((piece) => piece.client === client && piece.model.kind === 'switch')
  const slots = {
    prenom: person.givenName,
    nom: person.surname,
    login: person.login,
    client: client.name,
    ville: client.town,
    fai: client.provider,
    poste: `PC-${client.code}-${random.int(2, 60)}`,
    switch: random.pick(switches).name,
    imprimante: `IMP-${client.code}-${random.int(1, 9)}`,
    bureau: String(random.int(101, 219)),
    collegue: random.pick(colleagues),
  }
  return { client, person, slots }
}

/** Replaces `{slot}` in a text; an unknown slot is an error in the demo data. */
export function fillSlots(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = slots[name]
    if (word === undefined) throw new Error(`Unknown slot {${name}} in the demo data`)
    return word
  })
}

function remarkFor({ type, urgency }: Pick<Story, 'type' | 'urgency'>, random: Random): string {
  if (!random.chance(0.4)) return ''
  const fitting = type === 1 ? incidentRemarks : urgency === 2 ? calmRemarks : []
  return ` ${random.pick([...remarks, ...fitting])}`
}

/** The paragraphs of a request, slots filled: greeting, text, sometimes a remark, signature. */
export function writeLetter(story: Story, { person, slots }: Requester, random: Random): string[] {
  const text = `${random.pick(story.requests)}${remarkFor(story, random)}`
  const signature = `${random.pick(closings)}\n${person.displayName}\n${person.title}`
  return [random.pick(openings), fillSlots(text, slots), signature]
}
