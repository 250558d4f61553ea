import path from 'node:path'
import type { Extracted } from '../extract/read-job.ts'
import { checkMeta, Day, type FrontMatter, type Sidecar } from './front-matter.ts'
import type { SourceFile } from './open-source.ts'

const kindOfFolder: Record<string, FrontMatter['kind']> = {
  procedures: 'procedure',
  clients: 'client',
  faq: 'faq',
  cas: 'case',
  cases: 'case',
}
const maxTitleLength = 200

/**
 * What is known of a file that carries no front matter: what its sidecar says, else what the document says of itself,
 * else what its name, folder and time say. Who may read it is never guessed: N1 unless said. What a
 * document wrongly says of itself is passed over.
 * @throws DocumentProblem when what is known makes no metadata
 */
export function documentMeta(source: SourceFile, sidecar: Sidecar, read: Extracted): FrontMatter {
  const [folder = ''] = source.path.split('/')
  return checkMeta({
    ...sidecar,
    title: sidecar.title ?? (titleOf(read.title ?? '') || titleOf(titleOfName(source.path))),
    kind: sidecar.kind ?? kindOfFolder[folder.toLowerCase()] ?? 'procedure',
    audience: sidecar.audience ?? 'N1',
    updated: sidecar.updated ?? Day.safeParse(read.updated).data ?? dayOf(source.modifiedAt),
  })
}

/** What the database cannot hold goes, also the half of a character that the cut leaves. */
const titleOf = (text: string) =>
  text
    .slice(0, maxTitleLength)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()

const dayOf = (time: Date) => time.toISOString().slice(0, 10)

/** "procedures/acces-vpn_2026.pdf" as "Acces vpn 2026". */
export function titleOfName(file: string): string {
  const words = path.posix
    .basename(file, path.posix.extname(file))
    .replace(/[-_\s]+/g, ' ')
    .trim()
  return words === '' ? file : words.charAt(0).toUpperCase() + words.slice(1)
}
