import type { Tool } from '../../tools/define-tool.ts'
import type { RequestDesk } from './request-desk.ts'
import { getMyRequestTool } from './tools/get-my-request.ts'
import { listMyRequestsTool } from './tools/list-my-requests.ts'

export type { RequestDesk } from './request-desk.ts'

/** Reads of one's own requests; nothing here decides. */
export function createSafeguardTools(desk: RequestDesk): Tool[] {
  return [listMyRequestsTool(desk), getMyRequestTool(desk)]
}
