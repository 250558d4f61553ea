import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { Policy, type PolicyFile } from '@hub/contracts'
import type { FileProblem } from '@hub/kernel'
import { canonicalHash } from '../canonical.ts'
import { findUnknownNames } from './find-unknown-names.ts'
import { type ReadFile, readPolicyText } from './read-policy-text.ts'

export interface LoadedPolicy {
  policy: Policy
  /** First 16 hex digits of the hash of what is in force. */
  version: string
}

const shippedFile = fileURLToPath(new URL('../../policies/default.yaml', import.meta.url))
let shipped: Policy | undefined

/** The policy that comes with the Hub. */
export function shippedPolicy(): LoadedPolicy {
  if (!shipped) {
    const read = readPolicyText(readFileSync(shippedFile, 'utf8'))
    read.refuse(findUnknownNames(read.file))
    shipped = Policy.parse(read.file)
  }
  return versioned(shipped)
}

/**
 * Reads and checks the text of a policy file. The shipped rules always apply: a file of one's own adds rules, and may
 * set working hours and terms within the floors of the schema; it cannot take a gate away.
 * @throws ValidationError `policy.text` whose fields name every wrong place with its line
 */
export function parsePolicy(text: string): LoadedPolicy {
  const own = readPolicyText(text)
  const base = shippedPolicy().policy
  const isAdded = (rule: unknown) => !base.rules.some((one) => isDeepStrictEqual(one, rule))
  own.refuse([...findUnknownNames(own.file), ...findTakenNames(own, base, isAdded)])
  const { workingHours = base.workingHours, levels = base.levels } = own.file
  const rules = [...base.rules, ...own.file.rules.filter(isAdded)]
  return versioned({ version: 1, workingHours, levels, rules })
}

function versioned(policy: Policy): LoadedPolicy {
  return { policy, version: canonicalHash(policy).slice(0, 16) }
}

/** Explanations name rules: each name stands for one. A copy of a shipped rule is that rule. */
function findTakenNames(
  { file }: ReadFile<PolicyFile>,
  base: Policy,
  isAdded: (rule: unknown) => boolean,
): FileProblem[] {
  const shippedNames = new Set(base.rules.map(({ name }) => name))
  return file.rules.flatMap((rule, index) => {
    const path = ['rules', index, 'name']
    if (file.rules.findIndex(({ name }) => name === rule.name) < index)
      return [{ path, message: 'is the name of another rule' }]
    if (shippedNames.has(rule.name) && isAdded(rule))
      return [{ path, message: 'is the name of a shipped rule, which cannot be changed' }]
    return []
  })
}
