import { renameSync, writeFileSync } from 'node:fs'
import { PolicyInForce } from '@hub/contracts'
import { vi } from 'vitest'
import type { ApiClient } from './api-client.ts'
import type { TestHub } from './start-test-hub.ts'

/** Working hours that never end: a test must not depend on the clock. */
export const wholeWeek =
  'workingHours: { timeZone: UTC, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }'

/** A policy file that adds rules to the shipped ones. */
export function policyOf(...rules: string[]): string {
  return ['version: 1', wholeWeek, 'rules:', ...rules.map((rule) => `  - ${rule}`)].join('\n')
}

export async function policyInForce(reader: ApiClient): Promise<PolicyInForce> {
  return PolicyInForce.parse((await reader.get('/api/safeguard/policy')).body)
}

/** Replaces the policy file of a running Hub. @returns what is in force, once it is as wanted */
export async function replacePolicy(
  hub: TestHub,
  reader: ApiClient,
  wanted: { text: string; until: (policy: PolicyInForce) => boolean },
): Promise<PolicyInForce> {
  const file = String(hub.env.SAFEGUARD_POLICY_FILE)
  writeFileSync(`${file}.new`, wanted.text)
  renameSync(`${file}.new`, file)
  return vi.waitUntil(
    async () => {
      const policy = await policyInForce(reader)
      return wanted.until(policy) && policy
    },
    { timeout: 10_000, interval: 100 },
  )
}
