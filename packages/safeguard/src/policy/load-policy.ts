import { readFile } from 'node:fs/promises'
import { ValidationError } from '@hub/contracts'
import { ConfigError } from '@hub/kernel'
import { type LoadedPolicy, parsePolicy, shippedPolicy } from './parse-policy.ts'

/**
 * Reads and checks a policy file; the shipped one unless told.
 * @throws ConfigError with one line that names the file and the first wrong place
 */
export async function loadPolicy(file?: string): Promise<LoadedPolicy> {
  if (file === undefined) return shippedPolicy()
  try {
    return parsePolicy(await readText(file))
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new ConfigError(`policy ${file}: ${error.message}`, { cause: error })
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new ConfigError(`policy ${file}: cannot be read`, { cause })
  }
}
