import { toolCatalog } from '@hub/contracts'
import { runTurn, type ToolAnswers, user } from './conversation.ts'
import { account, approval, client, ok, ticket } from './results.ts'

/** A small estate in which everything that is ordered can be done. */
export const answers: ToolAnswers = {
  ad_check_user: ({ login }) => ok({ account: account(String(login), { locked: true }) }),
  ad_unlock_account: ({ login }) => ok({ login, wasLocked: true, locked: false }),
  ad_reset_password: () => approval('APR-2026-000123'),
  glpi_search_client: () => ok({ clients: [client('Clinique Saint-Jean', [])], total: 1 }),
  glpi_get_ticket_details: ({ ticketId }) => ok({ ticket: ticket(Number(ticketId)) }),
}

/** The calls of a conversation's last message that change something. */
export async function effectsOf(...said: string[]) {
  let messages = [user(said[0] ?? '')]
  let last = await runTurn(messages, answers)
  for (const next of said.slice(1)) {
    messages = [...last.messages, user(next)]
    last = await runTurn(messages, answers)
  }
  const effects = last.rounds
    .flat()
    .filter(({ name }) => toolCatalog.get(name)?.annotations.readOnlyHint === false)
  return { effects, text: last.text }
}

export const unlocked = { name: 'ad_unlock_account', arguments: { login: 'jean.dupont' } }
