import {
  type Accreditation,
  type ApproverSignals,
  hasAccreditation,
  type SafeguardSignals,
} from '@hub/contracts'
import type { Db } from '@hub/prisma'

export interface Period {
  from: Date
  to: Date
}

/** From so many decisions on, a person's habits say something. */
const enough = 10
/** Seconds: nobody reads a preview faster. */
const quick = 5
const mostlyUnseen = 0.5

/** What SAFEGUARD did in a period, and how people decided (DESIGN section 11). */
export async function readSignals(db: Db, period: Period): Promise<SafeguardSignals> {
  const [counts, times, approvers, breakGlass, unreviewed, grantUses] = await Promise.all([
    readCounts(db, period),
    readDecisionTimes(db, period),
    readApprovers(db, period),
    db.breakGlassUse.count({ where: { at: { gte: period.from, lt: period.to } } }),
    db.breakGlassUse.count({ where: { reviewedAt: null } }),
    db.approvalDecision.count({ where: { kind: 'grant', at: { gte: period.from, lt: period.to } } }),
  ])
  const byState = sumBy(counts, ({ state }) => state)
  const requested = counts.reduce((sum, { count }) => sum + count, 0)
  const byTool = Object.entries(sumBy(counts, ({ toolName }) => toolName))
  return {
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    requested,
    byState,
    byLevel: sumBy(counts, ({ level }) => level),
    byTool: byTool.map(([toolName, count]) => ({ toolName, count })).sort((a, b) => b.count - a.count),
    ...times,
    expiredShare: requested === 0 ? 0 : (byState.expired ?? 0) / requested,
    breakGlass: { used: breakGlass, unreviewed },
    grantUses,
    approvers,
  }
}

interface Count {
  state: string
  level: string
  toolName: string
  count: number
}

function readCounts(db: Db, { from, to }: Period): Promise<Count[]> {
  return db.$queryRaw<Count[]>`
    SELECT state, security_level AS level, tool_name AS "toolName", count(*)::int AS count
    FROM approvals WHERE created_at >= ${from} AND created_at < ${to}
    GROUP BY state, security_level, tool_name`
}

function sumBy(counts: Count[], key: (count: Count) => string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const count of counts) sums[key(count)] = (sums[key(count)] ?? 0) + count.count
  return sums
}

/** Seconds from the request to the decision that ended the wait. */
async function readDecisionTimes(db: Db, { from, to }: Period) {
  const [row] = await db.$queryRaw<{ median: number | null; p90: number | null }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - created_at))::float AS median,
           percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - created_at))::float AS p90
    FROM approvals WHERE decided_at IS NOT NULL AND created_at >= ${from} AND created_at < ${to}`
  return { medianDecisionSeconds: row?.median ?? null, p90DecisionSeconds: row?.p90 ?? null }
}

type ApproverRow = Omit<ApproverSignals, 'isSuspicious' | 'accreditation'> & { accreditation: string }

/** The newest name and accreditation of each person who decided. */
async function readApprovers(db: Db, { from, to }: Period): Promise<ApproverSignals[]> {
  const rows = await db.$queryRaw<ApproverRow[]>`
    SELECT d.user_id AS "userId",
           (array_agg(d.display_name ORDER BY d.at DESC))[1] AS "displayName",
           COALESCE(max(u.accreditation), (array_agg(d.accreditation ORDER BY d.at DESC))[1]) AS accreditation,
           count(*) FILTER (WHERE d.kind = 'approve')::int AS approved,
           count(*) FILTER (WHERE d.kind = 'reject')::int AS rejected,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.at - v.opened_at))
             FILTER (WHERE v.opened_at <= d.at)::float AS "medianSeconds",
           (count(*) FILTER (WHERE d.preview_seen_at IS NULL)::float / count(*)) AS "unseenShare"
    FROM approval_decisions d
    LEFT JOIN approval_views v ON v.approval_id = d.approval_id AND v.user_id = d.user_id
    LEFT JOIN users u ON u.id::text = d.user_id
    WHERE d.kind IN ('approve', 'reject') AND d.at >= ${from} AND d.at < ${to}
    GROUP BY d.user_id ORDER BY count(*) DESC, "displayName"`
  return rows.map((row) => ({ ...row, accreditation: row.accreditation as Accreditation, ...judge(row) }))
}

/** A hint, not a proof: many decisions, taken faster than one can read or without the preview on the screen. */
function judge({ approved, rejected, medianSeconds, unseenShare, accreditation }: ApproverRow) {
  const isMany = approved + rejected >= enough
  const isQuick = medianSeconds !== null && medianSeconds < quick
  const decides = hasAccreditation(accreditation as Accreditation, 'N2')
  return { isSuspicious: decides && isMany && (isQuick || unseenShare > mostlyUnseen) }
}
