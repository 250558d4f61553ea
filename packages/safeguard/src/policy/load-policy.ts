import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ConfigError } from '@hub/kernel'
import { parse } from 'yaml'
import { canonicalHash } from '../canonical.ts'
import { Policy } from './policy-schema.ts'

export interface LoadedPolicy {
  policy: Policy
  /** First 16 hex digits of the hash of what the file says. */
  version: string
}

const shippedPolicy = fileURLToPath(new URL('../../policies/default.yaml', import.meta.url))

/**
 * Reads and checks a policy file; the shipped one unless told.
 * @throws ConfigError with one line that names the file and the first wrong place
 */
export async function loadPolicy(file: string = shippedPolicy): Promise<LoadedPolicy> {
  const policy = checkPolicy(file, await readYaml(file))
  return { policy, version: canonicalHash(policy).slice(0, 16) }
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new ConfigError(`policy ${file}: cannot be read as YAML`, { cause })
  }
}

function checkPolicy(file: string, value: unknown): Policy {
  const parsed = Policy.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ConfigError(`policy ${file}: ${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'is wrong'}`)
}
