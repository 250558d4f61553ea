import { Accreditation } from '@hub/contracts'
import { parse } from 'yaml'
import { z } from 'zod'
import { DocumentProblem } from './document-problem.ts'

const fields = {
  title: z.string().trim().min(1).max(200),
  kind: z.enum(['procedure', 'client', 'faq', 'case']),
  /** Name of the client it is about, as GLPI writes it. */
  client: z.string().trim().min(1).max(200).optional(),
  /** What it is about: GLPI, Active Directory, the firewall. */
  system: z.string().trim().min(1).max(100).optional(),
  /** The least accreditation that may read it. */
  audience: Accreditation,
  updated: z.iso.date(),
  /** The last day on which it holds. */
  validUntil: z.iso.date().optional(),
}
const FrontMatter = z.strictObject({ ...fields, audience: Accreditation.default('N0') })
export type FrontMatter = z.infer<typeof FrontMatter>

/** What a sidecar may say of a file that cannot carry front matter; the rest has defaults. */
const Sidecar = z.strictObject(fields).partial()
export type Sidecar = z.infer<typeof Sidecar>

const block = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/

/**
 * Splits a document into its YAML front matter and its Markdown body.
 * @throws DocumentProblem naming each wrong field
 */
export function readFrontMatter(source: string): { meta: FrontMatter; body: string } {
  const [whole, yaml] = block.exec(source) ?? []
  if (whole === undefined || yaml === undefined) throw new DocumentProblem('document.front_matter_missing')
  const read = parseYaml(yaml)
  if ('problem' in read) throw new DocumentProblem('document.front_matter_yaml', read)
  const checked = FrontMatter.safeParse(read.value)
  if (!checked.success)
    throw new DocumentProblem('document.front_matter', { problems: fieldProblems(checked.error) })
  return { meta: checked.data, body: source.slice(whole.length) }
}

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
  return issues.map(({ path, message }) => `${path.join('.') || 'block'}: ${message}`).join('; ')
}

function parseYaml(yaml: string): { value: unknown } | { problem: string } {
  try {
    return { value: parse(yaml, { schema: 'core', logLevel: 'error', maxAliasCount: 0 }) }
  } catch (cause) {
    const [firstLine = ''] = String(cause instanceof Error ? cause.message : cause).split('\n')
    return { problem: firstLine }
  }
}
