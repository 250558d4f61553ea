import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const World = z.object({
  clients: z.record(z.string(), z.array(z.string())),
  people: z.array(z.object({ login: z.string(), name: z.string(), state: z.string() })),
})
const { clients, people } = World.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'world.json'), 'utf8')),
)

type Arguments = Record<string, unknown>
const ok = (data: unknown) => ({ status: 'ok', data })
const notFound = { status: 'error', error: { code: 'NOT_FOUND', message: 'not found' } }

const fold = (text: unknown) =>
  String(text ?? '')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
const devices = Object.values(clients).flat()
const accountOf = (login: unknown) => {
  const person = people.find((candidate) => candidate.login === login) ?? { name: login, state: '' }
  return {
    login,
    displayName: person.name,
    enabled: person.state !== 'disabled',
    locked: person.state === 'locked',
  }
}

const clientRow = ([name, names]: [string, string[]]) => ({
  name,
  devices: names.map((device) => ({ name: device, model: null, location: null })),
})

const reads: Record<string, (args: Arguments) => unknown> = {
  glpi_search_client: ({ query }) => {
    const found = Object.entries(clients).filter(([name]) => fold(name).includes(fold(query)))
    return ok({ clients: found.map(clientRow), total: found.length })
  },
  glpi_get_ticket_details: ({ ticketId }) =>
    ok({ ticket: { id: Number(ticketId), title: 'VPN down', status: 'assigned', entries: [] } }),
  observium_get_device_status: ({ device }) =>
    devices.includes(String(device)) ? ok({ device: { hostname: device, state: 'up' } }) : notFound,
  observium_get_device_metrics: ({ device }) =>
    devices.includes(String(device)) ? ok({ metrics: { hostname: device } }) : notFound,
  observium_list_devices: ({ text, client }) => {
    const names = client === undefined ? devices : (clients[String(client)] ?? [])
    const found = names.filter((name) => fold(name).includes(fold(text)))
    return ok({ devices: found.map((hostname) => ({ hostname })), total: found.length })
  },
  ad_check_user: ({ login }) => ok({ account: accountOf(login) }),
  ad_search_users: ({ query }) => {
    const words = fold(query).split(/\s+/)
    const found = people.filter(({ login, name }) =>
      words.every((word) => fold(`${login} ${name}`).includes(word)),
    )
    return ok({ users: found.map(({ login }) => accountOf(login)), total: found.length })
  },
  ad_list_user_groups: ({ login }) => ok({ login, groups: [{ name: 'VPN' }] }),
  observium_list_alerts: () => ok({ alerts: [], total: 0 }),
  memory_search_similar_cases: () => ok({ passages: [] }),
}

/** What a tool answers in a small demo estate; writes wait for an approval. */
export function answerOf(tool: string, args: Arguments): unknown {
  const read = reads[tool]
  if (read) return read(args)
  if (/_(list|search|get)_/.test(tool))
    return ok({ tickets: [], users: [], assets: [], ports: [], requests: [] })
  return { status: 'approval_required', approval: { approvalId: 'APR-2026-000900', level: 'L3' } }
}
