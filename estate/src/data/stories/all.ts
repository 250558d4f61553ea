import { accountStories } from './accounts.ts'
import { applicationStories } from './applications.ts'
import { networkStories } from './network.ts'
import { operationsStories } from './operations.ts'
import { printingStories } from './printing.ts'
import type { Story } from './story.ts'
import { workstationStories } from './workstation.ts'

/** Every kind of ticket of the demo help desk; accounts come twice, as in life. */
export const stories: readonly Story[] = [
  ...accountStories,
  ...accountStories,
  ...networkStories,
  ...printingStories,
  ...applicationStories,
  ...workstationStories,
  ...operationsStories,
]
