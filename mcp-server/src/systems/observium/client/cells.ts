import { z } from 'zod'

/** A number, also written as text; NULL and "" are no number (protocol section 1.2). */
export const Amount = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => {
    if (value === undefined || value === null || value === '') return null
    const number = Number(value)
    return Number.isFinite(number) ? number : null
  })

export const Id = z
  .union([z.number().int(), z.string().regex(/^\d+$/)])
  .transform(Number)
  .pipe(z.number().int().nonnegative())

export const Text = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? null : String(value)))

/** 1 and 0 as number, text or boolean; absent is no. */
export const Flag = z
  .union([z.boolean().transform(Number), Amount])
  .transform((value) => value !== null && value !== 0)
