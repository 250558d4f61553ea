import type { Approval } from '@hub/contracts'
import { Undo2 } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen } from '../../../approvals/approval-status.ts'
import { ApprovalStatusBadge } from '../../../approvals/approval-status-badge.tsx'
import { EffectTable } from '../../../approvals/effect-table.tsx'
import { OutcomeView } from '../../../approvals/outcome-view.tsx'
import { SecretReveal } from '../../../approvals/secret-reveal.tsx'
import { Viewers } from '../../../approvals/viewers.tsx'
import { WaitingLine } from '../../../approvals/waiting-line.tsx'
import { useText } from '../../../i18n/use-locale.ts'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { BreakGlassBanner } from './break-glass-banner.tsx'
import { CertaintySection } from './certainty-section.tsx'
import { CommentsSection } from './comments-section.tsx'
import { DecisionsSection } from './decisions-section.tsx'
import { DigestSection } from './digest-section.tsx'
import { ExplanationSection } from './explanation-section.tsx'
import { RelatedLines } from './related-lines.tsx'
import { Section } from './section.tsx'
import { SettleSection } from './settle-section.tsx'
import { TargetSection } from './target-section.tsx'
import { UndoAction } from './undo-action.tsx'
import { WhoSection } from './who-section.tsx'
import { WhySection } from './why-section.tsx'

interface DecisionSectionsProps {
  approval: Approval
  effect: RefObject<HTMLElement | null>
}

/** A request from top to bottom, like a sentence: what, to whom, why, who, how sure, undo, why a decision, what people say. */
export function DecisionSections({ approval, effect }: DecisionSectionsProps) {
  const { t } = useTranslation('safeguard')
  const { t: tApprovals } = useTranslation('approvals')
  return (
    <div className="flex max-w-[760px] flex-col gap-6 p-4 md:px-6 md:py-5">
      <Headline approval={approval} />
      <Section title={tApprovals(isOpen(approval) ? 'effect.title' : 'effect.asked')} ref={effect}>
        <div data-seen-mark="">
          <EffectTable preview={approval.preview} />
          <span data-seen-mark="" className="block h-px" />
        </div>
      </Section>
      <TargetSection approval={approval} />
      <WhySection approval={approval} />
      <WhoSection approval={approval} />
      <CertaintySection approval={approval} />
      <Section title={t('sections.undo')}>
        <p className="flex gap-2">
          <Undo2 aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" strokeWidth={1.75} />
          {t(`undo.${undoWord(approval)}`)}
        </p>
      </Section>
      <ExplanationSection approval={approval} />
      <DecisionsSection approval={approval} />
      <CommentsSection approval={approval} />
      <DigestSection approval={approval} />
    </div>
  )
}

/** Once it ran, only a call that the Hub kept can take it back. */
function undoWord({ reversible, state, outcome }: Approval): 'yes' | 'no' | 'byHand' {
  if (!reversible) return 'no'
  return state === 'executed' && !outcome?.undo ? 'byHand' : 'yes'
}

function Headline({ approval }: { approval: Approval }) {
  const text = useText()
  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <LevelBadge level={approval.securityLevel} />
        <ApprovalStatusBadge approval={approval} />
        <code className="text-muted text-xs">{approval.approvalId}</code>
        <Viewers viewers={approval.viewers} />
      </div>
      <h2 className="text-balance font-semibold text-lg tracking-tight">{text(approval.sentence)}</h2>
      {isOpen(approval) && <WaitingLine approval={approval} />}
      <BreakGlassBanner approval={approval} />
      <RelatedLines approval={approval} />
      <OutcomeView approval={approval} />
      <SettleSection approval={approval} />
      <SecretReveal approval={approval} />
      <UndoAction approval={approval} />
    </header>
  )
}
