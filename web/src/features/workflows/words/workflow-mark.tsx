import { workflowNames } from '@hub/contracts'
import { Workflow } from 'lucide-react'
import { cn } from '../../../ui/class-names.ts'
import { ModuleMark } from '../../../ui/module-mark.tsx'

/** The mark of a workflow in its hue; one that the screen does not know has a plain one. */
export function WorkflowMark({ workflow, className }: { workflow: string; className?: string }) {
  // A workflow beside one of them, such as the mails of SENTINEL, has its mark.
  const known = workflowNames.find((name) => workflow === name || workflow.startsWith(`${name}-`))
  if (known) return <ModuleMark module={known} className={cn('size-4', className)} />
  return <Workflow aria-hidden className={cn('size-4 shrink-0 text-muted', className)} strokeWidth={1.75} />
}

/** The product name of a workflow, the same in every language. */
export const workflowTitle = (workflow: string) => workflow.toUpperCase()
