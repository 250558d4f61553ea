import type { BindingKind, ChatMode, Locale, MessageStatus, ToolCallStatus } from '@hub/contracts'

interface Words {
  you: string
  exported(by: string, at: string): string
  cut: string
  mode: Record<ChatMode, string>
  bound: Record<BindingKind, string>
  status: Record<MessageStatus, string>
  tools: string
  call: Record<ToolCallStatus, string>
  sources: string
  files: string
  outcome: string
}

/** What an export says around the messages. */
export const exportWords: Record<Locale, Words> = {
  fr: {
    you: 'Question',
    exported: (by, at) => `Exporté par ${by} le ${at}.`,
    cut: 'Les messages les plus anciens ne sont pas dans ce fichier.',
    mode: { flash: 'Flash', code: 'Code', redaction: 'Rédaction', assistant: 'Assistant' },
    bound: { ticket: 'Ticket', client: 'Client', device: 'Équipement' },
    status: {
      streaming: 'en cours d’écriture',
      complete: '',
      stopped: 'arrêtée',
      interrupted: 'interrompue',
      failed: 'en échec',
    },
    tools: 'Outils',
    call: {
      running: 'en cours',
      ok: 'réussi',
      error: 'en erreur',
      denied: 'refusé',
      approval_required: 'soumis à approbation',
    },
    sources: 'Sources',
    files: 'Pièces jointes',
    outcome: 'Issue d’une action',
  },
  en: {
    you: 'Question',
    exported: (by, at) => `Exported by ${by} on ${at}.`,
    cut: 'The oldest messages are not in this file.',
    mode: { flash: 'Flash', code: 'Code', redaction: 'Writing', assistant: 'Assistant' },
    bound: { ticket: 'Ticket', client: 'Client', device: 'Device' },
    status: {
      streaming: 'being written',
      complete: '',
      stopped: 'stopped',
      interrupted: 'interrupted',
      failed: 'failed',
    },
    tools: 'Tools',
    call: {
      running: 'running',
      ok: 'done',
      error: 'failed',
      denied: 'refused',
      approval_required: 'waits for an approval',
    },
    sources: 'Sources',
    files: 'Files',
    outcome: 'Outcome of an action',
  },
}
