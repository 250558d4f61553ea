import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const Utterance = z
  .object({
    fr: z.string().optional(),
    en: z.string().optional(),
    /** What the person wrote before. */
    after: z.array(z.string()).default([]),
    /** The intent, or "-" for any that does not act. */
    intent: z.string(),
    /** The call that matters with its arguments ("any" leaves them open), or "none" for no call at all. */
    call: z
      .union([
        z.literal('none'),
        z.record(z.string(), z.union([z.literal('any'), z.record(z.string(), z.unknown())])),
      ])
      .optional(),
    /** It must ask back, and change nothing. */
    asks: z.boolean().default(false),
    typo: z.boolean().default(false),
  })
  .strict()
  .refine(({ fr, en }) => (fr === undefined) !== (en === undefined), 'one language per utterance')

export interface Labelled extends z.infer<typeof Utterance> {
  text: string
  language: 'fr' | 'en'
  theme: string
}

/** The labelled utterances of one part ("tuning" or "held"), by the names of its files. */
export function readUtterances(part: string): Labelled[] {
  const folder = join(import.meta.dirname, 'utterances', part)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      z
        .array(Utterance)
        .parse(parse(readFileSync(join(folder, file), 'utf8')))
        .map((found) => ({
          ...found,
          text: found.fr ?? found.en ?? '',
          language: found.fr === undefined ? ('en' as const) : ('fr' as const),
          theme: basename(file, '.yaml'),
        })),
    )
}
