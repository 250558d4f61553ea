import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A required value is missing, weak or wrong: the message is one line that names it. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

export type Env = Record<string, string | undefined>

/** Values may come from files: `X_FILE=/run/secrets/x` gives X, without its last line break. */
function withFiles(env: Env, names: string[]): Env {
  const values: Env = {}
  for (const name of names) {
    const file = env[`${name}_FILE`]
    if (env[name] !== undefined && env[name] !== '') values[name] = env[name]
    else if (file) values[name] = readSecretFile(name, file)
  }
  return values
}

function readSecretFile(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (cause) {
    throw new ConfigError(`${name}_FILE: cannot read ${file}`, { cause })
  }
}

/**
 * Turns environment variables into typed configuration.
 * @param schema one key per variable name; an empty variable counts as absent
 * @throws ConfigError naming every missing or weak value, in one line
 */
export function loadConfig<T extends z.ZodObject>(schema: T, env: Env): z.infer<T> {
  const parsed = schema.safeParse(withFiles(env, Object.keys(schema.shape)))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.')
    return !env[name] && !env[`${name}_FILE`] && issue.code === 'invalid_type'
      ? `${name} is missing`
      : `${name}: ${issue.message}`
  })
  throw new ConfigError(`configuration: ${[...new Set(problems)].join('; ')}`)
}

const placeholder = /^(change.?me|secret|password|test|example|default)/i

/** A secret of at least `minLength` characters that is not a placeholder. */
export function secretValue(minLength: number) {
  return z
    .string()
    .min(minLength, `must have at least ${minLength} characters`)
    .refine((value) => !placeholder.test(value), 'is a placeholder, set a random value')
    .refine((value) => new Set(value).size >= 8, 'is too weak, set a random value')
}

/** `a,b , c` as a list; empty items are dropped. */
export const listValue = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )

/** A TCP port; 0 lets the system choose. */
export const portValue = z.coerce.number().int().min(0).max(65_535)
