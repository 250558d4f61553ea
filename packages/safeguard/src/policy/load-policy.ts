import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Policy, toolCatalog } from '@hub/contracts'
import { ConfigError } from '@hub/kernel'
import { parse } from 'yaml'
import { canonicalHash } from '../canonical.ts'

export interface LoadedPolicy {
  policy: Policy
  /** First 16 hex digits of the hash of what the file says. */
  version: string
}

const shippedPolicy = fileURLToPath(new URL('../../policies/default.yaml', import.meta.url))

/**
 * Reads and checks a policy file; the shipped one unless told. The shipped rules always apply: a file of one's own
 * adds rules and sets terms, it cannot take a gate away.
 * @throws ConfigError with one line that names the file and the first wrong place
 */
export async function loadPolicy(file: string = shippedPolicy): Promise<LoadedPolicy> {
  const shipped = checkPolicy(shippedPolicy, await readYaml(shippedPolicy))
  const own = file === shippedPolicy ? { ...shipped, rules: [] } : checkPolicy(file, await readYaml(file))
  const policy = { ...own, rules: [...shipped.rules, ...own.rules] }
  assertKnownNames(file, policy)
  return { policy, version: canonicalHash(policy).slice(0, 16) }
}

/** A misspelt tool or argument would make a rule that never matches, and nobody would know. */
function assertKnownNames(file: string, policy: Policy): void {
  for (const { name, when } of policy.rules) {
    const tools = when.tools ?? [...toolCatalog.keys()]
    const unknown = tools.find((tool) => !toolCatalog.has(tool))
    if (unknown) throw new ConfigError(`policy ${file}: rule "${name}": there is no tool ${unknown}`)
    const known = new Set(tools.flatMap((tool) => Object.keys(toolCatalog.get(tool)?.input.shape ?? {})))
    const argument = Object.keys(when.arguments ?? {}).find((key) => !known.has(key))
    if (argument) throw new ConfigError(`policy ${file}: rule "${name}": no tool has an argument ${argument}`)
  }
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
