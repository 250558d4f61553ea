import type { Db } from '@hub/prisma'

/** All that is on record about one request, as text: equal texts mean that nothing changed. */
export async function snapshot(db: Db, id: string): Promise<{ state: string; text: string }> {
  const [row] = await db.$queryRaw<{ state: string; text: string }[]>`
    SELECT a.state, concat_ws(E'\n', to_jsonb(a)::text,
      (SELECT jsonb_agg(d ORDER BY d.id) FROM approval_decisions d WHERE d.approval_id = a.id)::text,
      (SELECT jsonb_agg(c ORDER BY c.id) FROM approval_comments c WHERE c.approval_id = a.id)::text,
      (SELECT to_jsonb(b) FROM break_glass_uses b WHERE b.approval_id = a.id)::text,
      (SELECT count(*) FROM user_audit_log l WHERE l.subject_id = a.id)::text,
      (SELECT count(*) FROM events e WHERE e.data->>'approvalId' = a.id)::text) AS text
    FROM approvals a WHERE a.id = ${id}`
  if (!row) throw new Error(`no request ${id}`)
  return row
}
