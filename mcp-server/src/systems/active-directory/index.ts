import type { Tool } from '../../tools/define-tool.ts'
import type { DirectoryClient } from './client/create-client.ts'
import { addToGroupTool } from './tools/add-to-group.ts'
import { checkUserTool } from './tools/check-user.ts'
import { copyGroupsFromTool } from './tools/copy-groups-from.ts'
import { createUserTool } from './tools/create-user.ts'
import { disableAccountTool } from './tools/disable-account.ts'
import { enableAccountTool } from './tools/enable-account.ts'
import { listUserGroupsTool } from './tools/list-user-groups.ts'
import { removeFromGroupTool } from './tools/remove-from-group.ts'
import { resetPasswordTool } from './tools/reset-password.ts'
import { searchUsersTool } from './tools/search-users.ts'
import { unlockAccountTool } from './tools/unlock-account.ts'

export { createDirectoryClient, type DirectoryClient } from './client/create-client.ts'
export type { DirectorySettings } from './client/settings.ts'
export { openDirectory } from './open-directory.ts'

/** The tools of Active Directory on one client. */
export function createDirectoryTools(directory: DirectoryClient): Tool[] {
  return [
    checkUserTool(directory),
    listUserGroupsTool(directory),
    searchUsersTool(directory),
    unlockAccountTool(directory),
    resetPasswordTool(directory),
    disableAccountTool(directory),
    enableAccountTool(directory),
    addToGroupTool(directory),
    removeFromGroupTool(directory),
    copyGroupsFromTool(directory),
    createUserTool(directory),
  ]
}
