import type { Criterion } from './search.ts'

/** Rows where the option equals one of the values. */
export function anyOf(field: number, values: readonly number[]): Criterion {
  return {
    group: values.map((value, index) => ({
      ...(index > 0 && { link: 'OR' as const }),
      field,
      type: 'equals',
      value,
    })),
  }
}

/** Rows where one of the options contains the word. */
export function wordIn(fields: readonly number[], word: string): Criterion {
  // The word NULL alone means "empty" to GLPI.
  const value = word.toUpperCase() === 'NULL' ? word.slice(0, -1) : word
  return {
    group: fields.map((field, index) => ({
      ...(index > 0 && { link: 'OR' as const }),
      field,
      type: 'contains',
      value,
    })),
  }
}
