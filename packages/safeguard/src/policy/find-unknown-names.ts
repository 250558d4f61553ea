import {
  isAtLeastLevel,
  type PolicyFile,
  type PolicyMatcher,
  type PolicyRule,
  toolCatalog,
} from '@hub/contracts'
import type { FileProblem } from './read-policy-text.ts'

/** A misspelt tool or argument would make a rule that never matches, and nobody would know. */
export function findUnknownNames({ rules }: PolicyFile): FileProblem[] {
  return rules.flatMap(({ when }, index) => [
    ...toolProblems(when, ['rules', index, 'when', 'tools']),
    ...argumentProblems(when, ['rules', index, 'when', 'arguments']),
  ])
}

const effects = [...toolCatalog.values()].filter(({ level }) => isAtLeastLevel(level, 'L2'))

function toolProblems({ tools = [] }: PolicyRule['when'], path: FileProblem['path']): FileProblem[] {
  return tools.flatMap((name, index) => {
    const tool = toolCatalog.get(name)
    if (!tool) return [{ path: [...path, index], message: `there is no tool ${name}` }]
    if (!effects.includes(tool))
      return [{ path: [...path, index], message: `${name} only reads: rules are for what changes something` }]
    return []
  })
}

function argumentProblems(when: PolicyRule['when'], path: FileProblem['path']): FileProblem[] {
  const tools = when.tools ? effects.filter(({ name }) => when.tools?.includes(name)) : effects
  return Object.entries(when.arguments ?? {}).flatMap(([key, matcher]) => {
    const schemas = tools.flatMap(({ input }) => {
      const schema = Object.hasOwn(input.shape, key) ? input.shape[key] : undefined
      return schema ? [schema] : []
    })
    if (schemas.length === 0) return [{ path: [...path, key], message: `no tool has an argument ${key}` }]
    return valuesOf(matcher)
      .filter((value) => !schemas.some((schema) => schema.safeParse(value).success))
      .map((value) => ({ path: [...path, key], message: `${key} can never be ${JSON.stringify(value)}` }))
  })
}

/** The values that an argument is compared with for equality. */
function valuesOf(matcher: PolicyMatcher): unknown[] {
  if (typeof matcher !== 'object') return [matcher]
  return [...(matcher.oneOf ?? []), ...(matcher.not === undefined ? [] : [matcher.not])]
}
