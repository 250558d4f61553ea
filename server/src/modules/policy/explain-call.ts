import {
  type ExplainInput,
  isAtLeastLevel,
  type PolicyExplanation,
  type ToolDescriptor,
  toolCatalog,
  ValidationError,
} from '@hub/contracts'
import { explainPolicy, readPolicyInForce, targetFactsOf, unknownFact } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { completeArguments } from './complete-arguments.ts'

/**
 * What the policy in force would say about a call that nobody makes.
 * @throws ValidationError naming what no such call can have
 */
export async function explainCall(ctx: ServerContext, input: ExplainInput): Promise<PolicyExplanation> {
  const tool = effectNamed(input.toolName)
  assertFacts(tool, input.target)
  return explainPolicy(await readPolicyInForce(ctx.db), {
    toolName: tool.name,
    level: tool.level,
    arguments: completeArguments(tool, input.arguments),
    target: { attributes: input.target },
    requester: input.requester,
    at: input.at ? new Date(input.at) : ctx.clock.now(),
  })
}

function assertFacts(tool: ToolDescriptor, target: ExplainInput['target']): void {
  const known = targetFactsOf(tool)
  const fields = Object.keys(target)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: `target.${key}`, message: unknownFact(key, known) }))
  const [first] = fields
  if (!first) return
  throw new ValidationError(`${first.path}: ${first.message}`, {
    reason: 'input.fields',
    params: { fields: fields.map(({ path }) => path).join(', ') },
    fields,
  })
}

function effectNamed(name: string): ToolDescriptor {
  const tool = toolCatalog.get(name)
  if (tool && isAtLeastLevel(tool.level, 'L2')) return tool
  const message = tool ? 'only reads: no policy is asked' : 'is no tool'
  throw new ValidationError(`${name}: ${message}`, {
    reason: 'input.fields',
    params: { fields: 'toolName' },
    fields: [{ path: 'toolName', message }],
  })
}
