import { ConversationExport } from '@hub/contracts'
import { api, apiFetch } from '../../../lib/api.ts'
import { saveTextFile } from '../../../lib/save-text-file.ts'

const pathOf = (id: string) => `/api/chat/conversations/${encodeURIComponent(id)}/export`
const fallbackName = { markdown: 'wibot.md', json: 'wibot.json' }

/** Saves the branch that is shown as a file, under the name the Hub gives it. Throws ApiError. */
export async function saveExport(id: string, format: 'markdown' | 'json'): Promise<void> {
  const response = await apiFetch('GET', pathOf(id), { query: { format } })
  const [, name] = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const type = format === 'json' ? 'application/json' : 'text/markdown'
  saveTextFile(name ?? fallbackName[format], await response.text(), type)
}

/** The whole branch that is shown. Throws ApiError. */
export function readExport(id: string): Promise<ConversationExport> {
  return api.get(pathOf(id), ConversationExport, { query: { format: 'json' } })
}
