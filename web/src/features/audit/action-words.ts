import { useTranslation } from 'react-i18next'

/** Every action that the Hub writes into its audit, in the order of the filter. */
export const auditActions = [
  'approval.request',
  'approval.approve',
  'approval.reject',
  'approval.defer',
  'approval.resume',
  'approval.escalate',
  'approval.cancel',
  'approval.expire',
  'approval.grant',
  'approval.execute',
  'approval.executed',
  'approval.failed',
  'approval.unknown',
  'approval.reconcile',
  'approval.verdict',
  'approval.comment',
  'approval.reveal_secret',
  'approval.break_glass',
  'approval.break_glass_review',
  'grant.request',
  'grant.approve',
  'grant.reject',
  'grant.withdraw',
  'grant.use',
  'grant.revoke',
  'grant.expire',
  'delegation.create',
  'delegation.revoke',
  'policy.change',
  'policy.problem',
  'tool.execute',
  'tool.reconcile',
  'session.login',
  'session.logout',
  'session.refused',
  'session.step_up',
  'session.step_up_refused',
  'user.create',
  'user.update',
  'user.password',
  'user.two_factor_start',
  'user.two_factor_on',
  'user.two_factor_off',
  'user.recovery_codes',
  'knowledge.ingest',
  'knowledge.mark',
  'knowledge.mark_confirm',
  'knowledge.mark_dismiss',
  'knowledge.gap_dismiss',
  'workflow.cancel',
  'workflow.retry',
  'workflow.hand_over',
  'workflow.switch',
  'workflow.template_edit',
  'workflow.template_reset',
  'workflow.maintenance_plan',
  'workflow.maintenance_end',
  'workflow.maintenance_delete',
  'audit.export',
] as const
type AuditAction = (typeof auditActions)[number]

/** Beginnings that gather several actions, for the filter. */
export const actionFamilies = [
  'approval.',
  'approval.break_glass',
  'grant.',
  'delegation.',
  'policy.',
  'tool.',
  'session.',
  'user.',
  'knowledge.',
  'workflow.',
  'audit.',
] as const

/** Somebody broke the glass, or looked at it afterwards. */
export function isBreakGlass(action: string): boolean {
  return action.startsWith('approval.break_glass')
}

/** An action of the audit in the reader's language; an unknown one keeps its name. */
export function useActionWords(): (action: string) => string {
  const { t } = useTranslation('audit')
  return (action) => {
    const known = auditActions.find((one): one is AuditAction => one === action)
    return known ? t(`actions.${known}`) : action
  }
}
