import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const retries = { recursive: true, force: true, maxRetries: 5 } as const
const owned = new Set<string>()

process.once('exit', () => {
  for (const folder of owned) rmSync(folder, retries)
})

/** Creates an empty folder for one component's data; it is gone when this process ends. */
export async function temporaryFolder(component: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `hub-full-${component}-`))
  return ownFolder(folder)
}

/** Registers a folder to be removed when this process ends. */
export function ownFolder(folder: string): string {
  owned.add(folder)
  return folder
}

/** Removes a folder now. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, retries)
  owned.delete(folder)
}
