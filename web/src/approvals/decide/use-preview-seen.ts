import { Approval } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { api } from '../../lib/api.ts'
import { isOpen } from '../approval-status.ts'
import { noteRequestMet } from '../notify/notification-store.ts'
import { approvalQuery } from '../queries.ts'
import { useWholeSeen } from './use-whole-seen.ts'

/**
 * Whether the reader has seen the whole preview. The Hub is told once it was on the screen; where the policy
 * asks for it (`previewRequired`), only what the Hub knows counts. `retry` is set while telling it has failed.
 */
export function usePreviewSeen(element: RefObject<HTMLElement | null>, approval: Approval) {
  const { approvalId, digest, previewRequired, you } = approval
  const client = useQueryClient()
  const isOnScreen = useWholeSeen(element, digest)
  const tell = useMutation({
    mutationFn: () => api.post(`/api/safeguard/${encodeURIComponent(approvalId)}/seen`, Approval, { digest }),
    onSuccess: (known) => {
      const { queryKey } = approvalQuery(approvalId)
      client.setQueryData(queryKey, known)
      // A read that is under way may have been answered before: it must not take this knowledge back.
      void client.invalidateQueries({ queryKey })
      noteRequestMet()
    },
  })
  const send = useEffectEvent(() => tell.mutate())
  const mustTell = isOnScreen && isOpen(approval) && you.canDecide && !you.previewSeen
  useEffect(() => {
    if (mustTell) send()
  }, [mustTell])
  return {
    isSeen: you.previewSeen || (isOnScreen && !previewRequired),
    isTelling: tell.isPending,
    retry: tell.isError && previewRequired && !you.previewSeen ? () => tell.mutate() : undefined,
  }
}
export type PreviewSeen = ReturnType<typeof usePreviewSeen>
