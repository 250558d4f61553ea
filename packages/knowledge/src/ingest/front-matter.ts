import { Accreditation } from '@hub/contracts'
import { parse } from 'yaml'
import { z } from 'zod'
import { DocumentProblem } from './document-problem.ts'

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'control characters are not allowed')

/** A day as YYYY-MM-DD that the database can hold. */
export const Day = z.iso.date().refine((day) => day >= '1900', 'before 1900')

const fields = {
  title: line(200),
  kind: z.enum(['procedure', 'client', 'faq', 'case']),
  /** Name of the client it is about, as GLPI writes it. */
  client: line(200).optional(),
  /** What it is about: GLPI, Active Directory, the firewall. */
  system: line(100).optional(),
  /** The least accreditation that may read it. */
  audience: Accreditation,
  updated: Day,
  /** The last day on which it holds. */
  validUntil: Day.optional(),
}
const FrontMatter = z.strictObject({ ...fields, audience: Accreditation.default('N0') })
export type FrontMatter = z.infer<typeof FrontMatter>

/** What a sidecar may say of a file that cannot carry front matter; the rest has defaults. */
const Sidecar = z.strictObject(fields).partial()
export type Sidecar = z.infer<typeof Sidecar>

/** Reading YAML blocks the process, and takes longer than the block is long. */
const maxBlockLength = 20_000
const maxProblemLength = 500

const block = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/

/**
 * Splits a document into its YAML front matter and its Markdown body.
 * @throws DocumentProblem naming each wrong field
 */
export function readFrontMatter(source: string): { meta: FrontMatter; body: string } {
  const [whole, yaml] = block.exec(source) ?? []
  if (whole === undefined || yaml === undefined) throw new DocumentProblem('document.front_matter_missing')
  if (yaml.length > maxBlockLength)
    throw new DocumentProblem('document.front_matter_long', { characters: maxBlockLength })
  const read = parseYaml(yaml)
  if ('problem' in read) throw new DocumentProblem('document.front_matter_yaml', read)
  const checked = FrontMatter.safeParse(read.value)
  if (!checked.success) throw wrongFields(checked.error)
  return { meta: checked.data, body: source.slice(whole.length) }
}

/**
 * The metadata of a document that carries no front matter, once all of it is known.
 * @throws DocumentProblem naming each wrong field
 */
export function checkMeta(meta: FrontMatter): FrontMatter {
  const checked = FrontMatter.safeParse(meta)
  if (!checked.success) throw wrongFields(checked.error)
  return checked.data
}

const wrongFields = (error: z.ZodError) =>
  new DocumentProblem('document.front_matter', { problems: fieldProblems(error) })

/**
 * The fields of a sidecar, the file `<name>.yaml` beside a document that is not Markdown.
 * @throws DocumentProblem naming each wrong field
 */
export function readSidecar({ name: file, text }: { name: string; text: string }): Sidecar {
  const read = parseYaml(text)
  if ('problem' in read) throw new DocumentProblem('document.sidecar_yaml', { file, ...read })
  const checked = Sidecar.safeParse(read.value ?? {})
  if (checked.success) return checked.data
  throw new DocumentProblem('document.sidecar', { file, problems: fieldProblems(checked.error) })
}

function fieldProblems({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => `${path.join('.') || 'block'}: ${message}`)
    .join('; ')
    .slice(0, maxProblemLength)
}

function parseYaml(yaml: string): { value: unknown } | { problem: string } {
  try {
    return { value: parse(yaml, { schema: 'core', logLevel: 'error', maxAliasCount: 0 }) }
  } catch (cause) {
    const [firstLine = ''] = String(cause instanceof Error ? cause.message : cause).split('\n')
    return { problem: firstLine.slice(0, maxProblemLength) }
  }
}
