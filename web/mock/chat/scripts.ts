import { type ChatMode, type LocalizedText, type StreamEvent, toolCatalog, type User } from '@hub/contracts'
import { minutes, userActor } from '../data/make-approval.ts'
import { resetOf } from '../data/reset-of.ts'
import { announce, type MockState } from '../state.ts'
import { sourceOf } from './documents.ts'
import { account, metrics, passages, status, ticket } from './tool-data.ts'

/** What happens next in an answer, and after how long; a function makes its event when its turn comes. */
export interface Beat {
  afterMs: number
  event: StreamEvent | (() => StreamEvent)
}

export interface Scene {
  state: MockState
  user: User
  conversationId: string
  content: string
  mode: ChatMode
}

interface Call {
  callId: string
  tool: string
  args: Record<string, unknown>
  ms: number
}
type Result = Omit<Extract<StreamEvent, { type: 'tool_result' }>, 'type' | 'callId' | 'tool' | 'durationMs'>

function call({ callId, tool, args, ms }: Call, result: Result | (() => Result)): Beat[] {
  const descriptor = toolCatalog.get(tool)
  if (!descriptor) throw new Error(`no tool ${tool}`)
  const label: LocalizedText = descriptor.describe(args)
  const { level } = descriptor
  return [
    {
      afterMs: 150,
      event: () => ({
        type: 'tool_call',
        callId,
        tool,
        level,
        arguments: args,
        label,
        startedAt: minutes(0),
      }),
    },
    {
      afterMs: ms,
      event: () => ({
        type: 'tool_result',
        callId,
        tool,
        durationMs: ms,
        ...(typeof result === 'function' ? result() : result),
      }),
    },
  ]
}

const write = (text: string): Beat[] =>
  (text.match(/\S+\s*/g) ?? []).map((word) => ({ afterMs: 28, event: { type: 'delta', text: word } }))

function switchState(): Beat[] {
  const device = 'SWITCH-CLIN-STJEAN'
  return [
    ...call(
      { callId: 'c1', tool: 'observium_get_device_status', args: { device }, ms: 640 },
      {
        status: 'ok',
        summary: {
          fr: `${device} est en service depuis 45 jours.`,
          en: `${device} has been up for 45 days.`,
        },
        data: status,
      },
    ),
    ...call(
      { callId: 'c2', tool: 'observium_get_device_metrics', args: { device }, ms: 820 },
      {
        status: 'ok',
        summary: { fr: 'Processeur à 12 %, port 24 en erreur.', en: 'Processor at 12%, errors on port 24.' },
        data: metrics,
      },
    ),
    ...call(
      {
        callId: 'c3',
        tool: 'memory_search_similar_cases',
        args: { query: 'erreurs sur un port de commutateur', limit: 5 },
        ms: 310,
      },
      { status: 'ok', summary: { fr: '3 passages trouvés.', en: '3 passages found.' }, data: passages },
    ),
    {
      afterMs: 80,
      event: {
        type: 'sources',
        items: [sourceOf(1, 'doc-switch-2'), sourceOf(2, 'doc-stjean-2'), sourceOf(3, 'doc-switch-4')],
      },
    },
    ...write(
      `**${device} est en service** depuis 45 jours et 3 heures. Les 24 ports sont actifs, aucune alerte n’est ouverte.\n\nUn point mérite l’attention : le **port 24** compte 2,4 erreurs par seconde. La procédure fixe la limite à 0,1 erreur par seconde et demande de contrôler d’abord le câble [1]. Ce port relie le bâtiment B [2].\n\n| Mesure | Valeur | Limite |\n| --- | --- | --- |\n| Processeur | 12 % | 80 % |\n| Température | 41 °C | 55 °C |\n| Erreurs, port 24 | 2,4 /s | 0,1 /s |\n\nPour relire les compteurs sur place :\n\n\`\`\`bash\nshow interfaces GigabitEthernet1/0/24 counters errors\n\`\`\`\n\nNe redémarrez pas ce commutateur en heures ouvrées [3]. La cause probable est le câble, mais rien de ce qui a été lu ne le prouve [7].`,
    ),
  ]
}

function reset(scene: Scene): Beat[] {
  const { state, user, conversationId } = scene
  const login = 'jean.dupont'
  const approvalId = `APR-2026-${String(300 + state.lastEventId - 4100).padStart(6, '0')}`
  const request = () => {
    const facts = { login, name: 'Jean Dupont', ou: 'EHPAD Les Jardins', client: 'EHPAD Les Jardins' }
    const about = { id: 1234, title: 'Reset MDP - Jean Dupont', text: 'Mot de passe oublié depuis ce matin.' }
    const made = resetOf({
      approvalId,
      ...facts,
      requestedBy: userActor(user),
      ticket: about,
      conversationId,
    })
    state.approvals = [{ ...made, createdAt: minutes(0), expiresAt: minutes(60) }, ...state.approvals]
    announce(state, 'safeguard:new_request', approvalId)
    return {
      status: 'approval_required' as const,
      approvalId,
      summary: { fr: 'Une personne N2 doit approuver.', en: 'An N2 person has to approve.' },
    }
  }
  return [
    ...call(
      { callId: 'r1', tool: 'glpi_get_ticket_details', args: { ticketId: 1234 }, ms: 420 },
      {
        status: 'ok',
        summary: { fr: 'Ticket n° 1234, EHPAD Les Jardins.', en: 'Ticket #1234, EHPAD Les Jardins.' },
        data: ticket,
      },
    ),
    ...call(
      { callId: 'r2', tool: 'ad_check_user', args: { login }, ms: 510 },
      {
        status: 'ok',
        summary: { fr: 'Compte actif et verrouillé.', en: 'Account enabled and locked.' },
        data: account,
      },
    ),
    { afterMs: 60, event: { type: 'sources', items: [sourceOf(1, 'doc-reset-1')] } },
    ...call(
      {
        callId: 'r3',
        tool: 'ad_reset_password',
        args: { login, ticketId: 1234, mustChangeAtNextLogon: true, unlock: true },
        ms: 180,
      },
      request,
    ),
    ...write(
      'La demande est prête et **rien n’a encore changé**. Le compte est verrouillé depuis 7:58 et le ticket 1234 vient bien de l’EHPAD Les Jardins.\n\nPendant l’attente, rappelez Jean Dupont sur un numéro déjà connu du client [1].',
    ),
  ]
}

function troubled(): Beat[] {
  return [
    ...call(
      { callId: 't1', tool: 'observium_get_device_status', args: { device: 'SWITCH-MUSIC-001' }, ms: 900 },
      {
        status: 'error',
        summary: {
          fr: 'Observium ne répond pas (délai de 10 s dépassé).',
          en: 'Observium is not answering (10 s time limit).',
        },
      },
    ),
    ...call(
      { callId: 't2', tool: 'glpi_search_client', args: { query: 'Music Art' }, ms: 300 },
      {
        status: 'ok',
        summary: { fr: '1 client trouvé.', en: '1 client found.' },
        data: {
          clients: [
            {
              entityId: 4,
              name: 'EHPAD Music Art',
              completeName: 'Clients > EHPAD Music Art',
              town: 'Valmont',
              phone: null,
              email: null,
              openTickets: 2,
              devices: [],
              devicesComplete: true,
            },
          ],
          total: 1,
        },
      },
    ),
    ...call(
      { callId: 't3', tool: 'ad_unlock_account', args: { login: 'adm.leroy' }, ms: 120 },
      {
        status: 'denied',
        summary: {
          fr: 'Votre accréditation ne permet pas d’écrire dans l’annuaire.',
          en: 'Your accreditation does not allow writing to the directory.',
        },
      },
    ),
    ...write(
      'Je n’ai pas pu lire l’état du commutateur : Observium ne répond pas. Le compte n’a pas été déverrouillé.',
    ),
  ]
}

/** The beats of an answer, chosen by the words of the question. */
export function scriptOf(scene: Scene): Beat[] {
  const text = scene.content.toLowerCase()
  if (text.includes('switch') || text.includes('coupure')) return switchState()
  if (text.includes('initialise') || text.includes('reset')) return reset(scene)
  if (text.includes('panne')) return troubled()
  if (text.includes('erreur'))
    return [
      ...write('Je commence à répondre et'),
      {
        afterMs: 200,
        event: {
          type: 'error',
          code: 'UPSTREAM_FAILED',
          message: 'Ollama est injoignable depuis 14:02. La réponse est incomplète.',
          retryable: true,
        },
      },
    ]
  if (text.includes('long'))
    return write('Une phrase de plus pour remplir la page et la faire défiler.\n\n'.repeat(60))
  return write(
    'Voici ce que je peux en dire sans lecture ni document. Précisez un équipement, un ticket ou un compte pour que je le consulte.',
  )
}
