import type { ToolCallRecord } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { ApprovalCard } from '../../../approvals/approval-card.tsx'
import { callState } from '../tools/call-state.ts'
import { ReadGroup } from '../tools/read-group.tsx'
import { type CallSegment, segmentCalls } from '../tools/segment-calls.ts'
import { ToolCard } from '../tools/tool-card.tsx'
import { EvidenceBlock, EvidenceBox } from './evidence-block.tsx'

export interface CallSegmentsProps {
  calls: ToolCallRecord[]
  isLive: boolean
  /** The text has started. */
  isSettled: boolean
}

/** What the tools saw, did or asked for, in order; made of execution records and nothing else. */
export function CallSegments({ calls, isLive, isSettled }: CallSegmentsProps) {
  return segmentCalls(calls).map((segment) => (
    <Segment key={keyOf(segment)} segment={segment} isLive={isLive} isSettled={isSettled} />
  ))
}

function keyOf(segment: CallSegment): string {
  return segment.kind === 'reads' ? (segment.calls[0]?.callId ?? 'reads') : segment.call.callId
}

function Segment(props: { segment: CallSegment; isLive: boolean; isSettled: boolean }) {
  const { segment, isLive, isSettled } = props
  const { t } = useTranslation('wibot')
  switch (segment.kind) {
    case 'reads':
      return (
        <EvidenceBlock kind="observed">
          <EvidenceBox>
            <ReadGroup calls={segment.calls} isLive={isLive} isSettled={isSettled} />
          </EvidenceBox>
        </EvidenceBlock>
      )
    case 'action':
      return (
        <EvidenceBlock kind="done" label={t(`answer.action.${callState(segment.call, isLive)}`)}>
          <EvidenceBox>
            <ToolCard call={segment.call} isLive={isLive} />
          </EvidenceBox>
        </EvidenceBlock>
      )
    case 'request':
      return (
        <EvidenceBlock kind="requested">
          <ApprovalCard approvalId={segment.approvalId} />
        </EvidenceBlock>
      )
  }
}
