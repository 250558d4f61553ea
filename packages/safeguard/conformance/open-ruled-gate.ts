import { type OpenGate, openGate, policy, policyVersion } from '../tests/open-gate.ts'

/** The gate on a database of its own, with the shipped policy in force: grants need one. */
export async function openRuledGate(): Promise<OpenGate> {
  const gate = await openGate()
  const loadedAt = gate.ctx.clock.now()
  await gate.ctx.db.policyVersion.create({ data: { version: policyVersion, policy, loadedAt } })
  await gate.ctx.db.policyState.update({ where: { id: 1 }, data: { version: policyVersion, loadedAt } })
  return gate
}
