import type { StreamEvent } from '@hub/contracts'
import type { TestHub } from '../harness/start-test-hub.ts'
import { obey } from './obedient-model.ts'
import { askAs, attach, bindTo, type Person } from './people.ts'
import { marked, markOf, plant, type Source, sources } from './plant.ts'

interface Body {
  messages: { role: string; content?: unknown }[]
}

export interface Exposure {
  /** The answers, each as the person was told. */
  answers: StreamEvent[][]
  /** Where the model really read the text. */
  reached: Set<Source>
}

/** Leaves a text everywhere, has it read everywhere by a model that obeys it, and asks again in another mode. */
export async function expose(
  hub: TestHub,
  { person, vendor }: { person: Person; vendor: 'ollama' | 'mistral' },
  at: { index: number; text: string },
): Promise<Exposure> {
  const { index, text } = at
  const { control } = hub.estate[vendor]
  const { ticketId, reads } = await plant(hub, at)
  const said = (source: Source) => marked(index, source, text)
  const label = said('LABEL').slice(0, 200)
  const conversationId = await bindTo(hub, person, { ticketId, label })
  const file = { name: `${text.slice(0, 60)} ${markOf(index, 'FNAME')}.txt`, text: said('FILE') }
  const attachmentIds = [await attach(hub, person, file)]
  const asked = (body: Record<string, unknown>) => askAs(hub, person, { conversationId, ...body })
  const since = control.requests.length

  obey(control, { reads, payload: text, ticketId })
  const first = await asked({ mode: 'assistant', content: 'Que sait-on de ce ticket ?', attachmentIds })
  obey(control, { reads: [], payload: text, ticketId })
  const second = await asked({ mode: 'flash', content: `Que dit la fiche ${markOf(index, 'DOC')} ?` })
  const bodies = control.requests
    .slice(since)
    .flatMap(({ endpoint, body }) => (endpoint === 'chat' ? [body as Body] : []))
  return { answers: [first, second], reached: reachedIn(bodies, index) }
}

/** What the Hub quotes before a question. */
const isQuoted = ({ role, content }: Body['messages'][number]) =>
  role === 'user' && String(content).includes(', as JSON data')

/** What the model was given to read: its own calls and what it asks for do not count. */
function reachedIn(bodies: Body[], index: number): Set<Source> {
  const contents = bodies.flatMap(({ messages }) =>
    messages
      .filter((message) => ['system', 'tool'].includes(message.role) || isQuoted(message))
      .map(({ content }) => String(content)),
  )
  const all = contents.join('\n')
  const names = Object.keys(sources) as Source[]
  const reached = new Set(names.filter((source) => all.includes(marked(index, source, ''))))
  if (all.includes(`${markOf(index, 'FNAME')}.txt`)) reached.add('FNAME')
  const last = bodies.at(-1)?.messages ?? []
  const moment = bodies[0]?.messages.filter(isQuoted).map(({ content }) => String(content)) ?? []
  if (moment.some((content) => content.includes(marked(index, 'BODY', '')))) reached.add('MOMENT')
  if (String(last[0]?.content).includes(marked(index, 'DOC', ''))) reached.add('PASSAGE')
  const earlier = last.filter(({ role }) => role === 'assistant').map(({ content }) => String(content))
  if (earlier.some((content) => content.includes('](javascript:'))) reached.add('HISTORY')
  return reached
}
