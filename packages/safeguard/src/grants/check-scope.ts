import { type GrantScope, type Policy, toolCatalog, ValidationError } from '@hub/contracts'
import { targetFactsOf, unknownFact } from '../policy/find-unknown-names.ts'
import { isGrantable } from './grant.policy.ts'

/**
 * Can a grant of this scope exist under this policy?
 * @throws ValidationError naming the field that makes it impossible
 */
export function checkScope(scope: GrantScope, policy: Policy): void {
  const tool = toolCatalog.get(scope.toolName)
  if (!tool) throw wrong('scope.toolName', 'grant.tool', 'there is no such tool')
  if (tool.level !== 'L3' || !isGrantable('L3', policy.levels.L3))
    throw wrong('scope.toolName', 'grant.level', 'only an L3 tool that one ordinary approval answers')
  if (scope.requester === 'workflow:safeguard')
    throw wrong('scope.requester', 'grant.requester', 'the executor asks for nothing')
  if (scope.target.privileged === true)
    throw wrong('scope.target', 'grant.privileged', 'a grant never covers a privileged target')
  const facts = targetFactsOf(tool)
  for (const name of Object.keys(scope.target))
    if (!facts.includes(name)) throw wrong(`scope.target.${name}`, 'grant.target', unknownFact(name, facts))
  const fields: Record<string, { safeParse(value: unknown): { success: boolean } }> = tool.input.shape
  for (const [name, value] of Object.entries(scope.arguments)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field?.safeParse(value).success)
      throw wrong(
        `scope.arguments.${name}`,
        'grant.argument',
        'is no argument of the tool, or not of its kind',
      )
  }
}

function wrong(path: string, reason: string, message: string): ValidationError {
  return new ValidationError(`${path}: ${message}`, { reason, fields: [{ path, message }] })
}
