import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export interface CommandOptions {
  limitMs?: number
  env?: NodeJS.ProcessEnv
}

/** Runs a program to its end and answers what it printed; throws with the end of its output when it fails. */
export async function runCommand(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const [command, ...args] = argv
  if (command === undefined) throw new Error('no command given')
  try {
    const { stdout } = await execute(command, args, {
      env: options.env ?? process.env,
      timeout: options.limitMs ?? 60_000,
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '', code, signal } = error as { [key: string]: string | undefined }
    const printed = `${stdout}\n${stderr}`.trim().slice(-4_000)
    throw new Error(`${command} ${args[0] ?? ''} failed (${signal ?? code}):\n${printed}`)
  }
}
