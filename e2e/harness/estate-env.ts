import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Estate, startEstate } from '@hub/estate'

/** An estate that the test holds in its hands: its Hub takes the directory and the model server from it. */
export interface HeldEstate {
  estate: Estate
  hubEnv: Record<string, string>
  close(): Promise<void>
}

export async function holdEstate(): Promise<HeldEstate> {
  const [estate, folder] = await Promise.all([startEstate(), mkdtemp(join(tmpdir(), 'hub-e2e-ca-'))])
  const { directory, ollama } = estate
  const caFile = join(folder, 'directory-ca.pem')
  await writeFile(caFile, directory.caPem)
  return {
    estate,
    hubEnv: {
      LLM_PROVIDERS: 'ollama',
      OLLAMA_BASE_URL: ollama.url,
      AD_URL: directory.url,
      AD_BIND_DN: directory.bindDn,
      AD_BIND_PASSWORD: directory.bindPassword,
      AD_BASE_DN: directory.baseDn,
      AD_CA_FILE: caFile,
    },
    close: async () => {
      await estate.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Makes WIBOT call one tool with its next answer, whatever it is asked. */
export function scriptCall(estate: Estate, name: string, args: Record<string, unknown>): void {
  estate.ollama.control.reply(
    { parts: [{ calls: [{ name, arguments: args }] }] },
    { parts: [{ text: 'Fait.' }] },
  )
}
