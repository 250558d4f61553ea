import type { SetWorkflowSwitch, WorkflowName } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../../lib/query-keys.ts'
import { AskButton } from '../steer/ask-button.tsx'
import { workflowTitle } from '../words/workflow-mark.tsx'
import { setSwitch } from '../workflows-api.ts'

const changes = {
  pause: { isPaused: true },
  resume: { isPaused: false },
  toDryRun: { isDryRun: true },
  toReal: { isDryRun: false },
} as const satisfies Record<string, SetWorkflowSwitch>

/** Changes one switch of a workflow, once the person confirmed what it means. */
export function SwitchButton({ workflow, act }: { workflow: WorkflowName; act: keyof typeof changes }) {
  const { t } = useTranslation('workflows')
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: () => setSwitch(workflow, changes[act]),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.workflows }),
  })
  const name = workflowTitle(workflow)
  const action = t(`switches.${act}`)
  return (
    <AskButton
      size="sm"
      open={action}
      label={t('switches.of', { action, name })}
      title={t(`switches.ask.${act}`, { name })}
      help={t(`switches.ask.${act}Help`)}
      submit={action}
      change={change}
      onSubmit={(_reason, onDone) => change.mutate(undefined, { onSuccess: onDone })}
    />
  )
}
