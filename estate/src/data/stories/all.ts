import { accessStories } from './access.ts'
import { accountStories } from './accounts.ts'
import { applicationStories } from './applications.ts'
import { messagingStories } from './messaging.ts'
import { networkStories } from './network.ts'
import { operationsStories } from './operations.ts'
import { printingStories } from './printing.ts'
import type { Story } from './story.ts'
import { wirelessStories } from './wireless.ts'
import { workstationStories } from './workstation.ts'

/** Every kind of ticket of the demo help desk; passwords and locks come three times, as in life. */
export const stories: readonly Story[] = [
  ...accountStories,
  ...accountStories,
  ...accountStories,
  ...accessStories,
  ...networkStories,
  ...wirelessStories,
  ...printingStories,
  ...applicationStories,
  ...workstationStories,
  ...messagingStories,
  ...operationsStories,
]
