import {
  factsToCome,
  isAtLeastLevel,
  type PolicyFile,
  type PolicyMatcher,
  type PolicyRule,
  type ToolDescriptor,
  toolCatalog,
} from '@hub/contracts'
import type { FileProblem } from '@hub/kernel'

/** A misspelt tool, argument or fact would make a rule that never matches, and nobody would know. */
export function findUnknownNames({ rules }: PolicyFile): FileProblem[] {
  return rules.flatMap(({ when }, index) => [
    ...toolProblems(when, ['rules', index, 'when', 'tools']),
    ...argumentProblems(when, ['rules', index, 'when', 'arguments']),
    ...targetProblems(when, ['rules', index, 'when', 'target']),
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

function targetProblems(when: PolicyRule['when'], path: FileProblem['path']): FileProblem[] {
  const facts = factsOf(when)
  // The wrong tools are told already.
  if (facts.length === 0) return []
  return Object.keys(when.target ?? {})
    .filter((key) => !facts.includes(key))
    .map((key) => ({ path: [...path, key], message: unknownFact(key, facts) }))
}

/** A rule for whatever comes may also name what is to come. */
function factsOf({ tools, level }: PolicyRule['when']): string[] {
  const named = tools && effects.filter(({ name }) => tools.includes(name))
  const weighed = (named ?? effects).filter((tool) => level === undefined || tool.level === level)
  return [...new Set([...weighed.flatMap(targetFactsOf), ...(tools ? [] : factsToCome)])].toSorted()
}

/** The facts that the target of a tool has. */
export function targetFactsOf({ targetFacts = [] }: ToolDescriptor): readonly string[] {
  return targetFacts
}

/** The words for a fact that no target has; `known` are those there are. */
export function unknownFact(key: string, known: readonly string[]): string {
  return `no target has a fact ${key}; known: ${known.toSorted().join(', ')}`
}

/** The values that an argument is compared with for equality. */
function valuesOf(matcher: PolicyMatcher): unknown[] {
  if (typeof matcher !== 'object') return [matcher]
  return [...(matcher.oneOf ?? []), ...(matcher.not === undefined ? [] : [matcher.not])]
}
