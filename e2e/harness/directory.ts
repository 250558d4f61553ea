import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, ResultCodeError } from 'ldapts'
import type { HubProcess } from './hub-process.ts'

/**
 * Signs in to the demo directory. Answers 'ok', or the Windows reason of the refusal: 773 for a right password
 * that must be changed, 52e for a wrong one.
 */
export async function tryDirectoryLogin(
  hub: HubProcess,
  { login, password }: { login: string; password: string },
): Promise<string> {
  const ca = await readFile(join(hub.dataDir, 'demo-directory-ca.pem'), 'utf8')
  const client = new Client({ url: `ldaps://127.0.0.1:${hub.estatePort + 1}`, tlsOptions: { ca } })
  try {
    await client.bind(`WIDIP\\${login}`, password)
    return 'ok'
  } catch (error) {
    if (!(error instanceof ResultCodeError)) throw error
    return /data ([0-9a-f]+)/.exec(error.message)?.[1] ?? `code ${error.code}`
  } finally {
    await client.unbind()
  }
}
