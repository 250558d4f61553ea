import type { Tool } from '../../tools/define-tool.ts'
import type { DirectoryClient } from './client/create-client.ts'
import { checkUserTool } from './tools/check-user.ts'
import { resetPasswordTool } from './tools/reset-password.ts'
import { unlockAccountTool } from './tools/unlock-account.ts'

export { createDirectoryClient, type DirectoryClient } from './client/create-client.ts'
export type { DirectorySettings } from './client/settings.ts'

/** The tools of Active Directory on one client. */
export function createDirectoryTools(directory: DirectoryClient): Tool[] {
  return [checkUserTool(directory), unlockAccountTool(directory), resetPasswordTool(directory)]
}
