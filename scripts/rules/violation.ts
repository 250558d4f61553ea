import type { Import } from './read-imports.ts'

export interface Violation {
  file: string
  line: number
  rule: string
  message: string
}

/** A violation at the place of one import. */
export function violationAt({ file, line }: Import, rule: string, message: string): Violation {
  return { file, line, rule, message }
}
