import { FollowupPreview, ToolCallRecord, type WriteFollowup } from '@hub/contracts'
import { api } from '../../../lib/api.ts'

const pathOf = (messageId: string) => `/api/chat/messages/${encodeURIComponent(messageId)}/followup`

/** Exactly what would be written to a ticket. Throws ApiError. */
export function previewFollowup(messageId: string, input: WriteFollowup): Promise<FollowupPreview> {
  return api.post(`${pathOf(messageId)}/preview`, FollowupPreview, input)
}

/** Writes an answer to a ticket, once however often it is asked. Throws ApiError. */
export function writeFollowup(messageId: string, input: WriteFollowup): Promise<ToolCallRecord> {
  return api.post(pathOf(messageId), ToolCallRecord, input)
}
