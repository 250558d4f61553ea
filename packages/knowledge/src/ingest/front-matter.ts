import { Accreditation } from '@hub/contracts'
import { parse } from 'yaml'
import { z } from 'zod'
import { DocumentProblem } from './document-problem.ts'

const FrontMatter = z.strictObject({
  title: z.string().trim().min(1).max(200),
  kind: z.enum(['procedure', 'client', 'faq', 'case']),
  /** Name of the client it is about, as GLPI writes it. */
  client: z.string().trim().min(1).max(200).optional(),
  /** The least accreditation that may read it. */
  audience: Accreditation.default('N0'),
  updated: z.iso.date(),
})
export type FrontMatter = z.infer<typeof FrontMatter>

const block = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/

/**
 * Splits a document into its YAML front matter and its Markdown body.
 * @throws DocumentProblem naming each wrong field
 */
export function readFrontMatter(source: string): { meta: FrontMatter; body: string } {
  const [whole, yaml] = block.exec(source) ?? []
  if (whole === undefined || yaml === undefined) {
    throw new DocumentProblem('no front matter: the file must begin with a block between two lines of ---')
  }
  const checked = FrontMatter.safeParse(parseYaml(yaml))
  if (!checked.success) {
    const problems = checked.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'block'}: ${message}`,
    )
    throw new DocumentProblem(`front matter: ${problems.join('; ')}`)
  }
  return { meta: checked.data, body: source.slice(whole.length) }
}

function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml, { schema: 'core', logLevel: 'error' })
  } catch (cause) {
    const [firstLine] = String(cause instanceof Error ? cause.message : cause).split('\n')
    throw new DocumentProblem(`front matter is not YAML: ${firstLine}`, { cause })
  }
}
