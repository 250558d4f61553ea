import type { z } from 'zod'

/** One route of the API, as its documentation tells it. */
export interface DocumentedRoute {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  summary: string
  tag: string
  body?: z.ZodType
  /** The body is a form with one file in the field `file`. */
  takesFile?: true
  query?: z.ZodObject
  answer?: { status: number; schema: z.ZodType } | { status: 204 } | { status: 200; media: string }
  isPublic?: true
}

export const ok = (schema: z.ZodType) => ({ status: 200, schema })
