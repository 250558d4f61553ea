import { toolCatalog } from '@hub/contracts'
import type { OfferedTool } from '@hub/kernel'
import { z } from 'zod'

/** A wrong argument, in words that a model can act on. */
export interface ArgumentProblem {
  field: string
  problem: string
}

/** What is wrong with the arguments of a call, by the schema that was offered; nothing when they fit. */
export function argumentProblems(tool: OfferedTool, args: unknown): ArgumentProblem[] {
  if (typeof args === 'string') return [{ field: '(all)', problem: 'the arguments are not a JSON object' }]
  const parsed = schemaOf(tool)?.safeParse(args)
  if (!parsed || parsed.success) return []
  return parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          field: [...issue.path, key].join('.'),
          problem: 'there is no such argument',
        }))
      : [{ field: issue.path.join('.') || '(all)', problem: issue.message }],
  )
}

/** The catalogue's own schema is what the offered one was made from; others are read from what was offered. */
function schemaOf(tool: OfferedTool): z.ZodType | undefined {
  const known = toolCatalog.get(tool.name)
  if (known) return known.input
  try {
    return z.fromJSONSchema(tool.parameters)
  } catch {
    return undefined // the tool server checks what this side cannot read
  }
}
