import type { Tool } from '../../tools/define-tool.ts'
import { type MailParts, notifyClientTool } from './tools/notify-client.ts'

export { createMailClient } from './client/create-client.ts'
export { openMail, pingMail } from './open-mail.ts'

export function createMailTools(parts: MailParts): Tool[] {
  return [notifyClientTool(parts)]
}
