import type { ToolDescriptor } from '@hub/contracts'
import { z } from 'zod'

/** One argument of a tool as a form shows it. */
export interface ToolField {
  name: string
  kind: 'text' | 'integer' | 'number' | 'boolean' | 'choice'
  isRequired: boolean
  choices: string[]
  /** What the tool takes when nothing is given. */
  defaultValue: string | undefined
}

const JsonSchema = z.object({
  properties: z.record(
    z.string(),
    z.object({
      type: z.string().optional(),
      enum: z.array(z.string()).optional(),
      default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    }),
  ),
  required: z.array(z.string()).default([]),
})

/** Set by the Hub, never by a person. */
const ownedByHub = new Set(['idempotencyKey'])

/** The arguments of a tool that a person may give, in the order of its schema. */
export function toolFields(tool: ToolDescriptor): ToolField[] {
  const schema = JsonSchema.parse(z.toJSONSchema(tool.input, { io: 'input', unrepresentable: 'any' }))
  return Object.entries(schema.properties)
    .filter(([name]) => !ownedByHub.has(name))
    .map(([name, property]) => ({
      name,
      kind: property.enum ? 'choice' : kindOf(property.type),
      isRequired: schema.required.includes(name),
      choices: property.enum ?? [],
      defaultValue: property.default === undefined ? undefined : String(property.default),
    }))
}

function kindOf(type: string | undefined): ToolField['kind'] {
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'text'
}

/** What was typed into the fields as arguments of a call; empty fields are left out, wrong numbers stay text. */
export function readArguments(
  fields: readonly ToolField[],
  typed: Readonly<Record<string, string>>,
): Record<string, string | number | boolean> {
  const given = fields.flatMap(({ name, kind }) => {
    const text = (typed[name] ?? '').trim()
    return text === '' ? [] : [[name, typedValue(kind, text)] as const]
  })
  return Object.fromEntries(given)
}

function typedValue(kind: ToolField['kind'], text: string): string | number | boolean {
  if (kind === 'boolean') return text === 'true'
  const number = Number(text)
  return (kind === 'integer' || kind === 'number') && Number.isFinite(number) ? number : text
}
