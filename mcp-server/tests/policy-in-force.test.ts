import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toolMeta } from '@hub/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type McpClient, openClient } from './harness/open-client.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let folder: string
const clients: McpClient[] = []
beforeAll(async () => {
  mcp = await startTestMcp()
  folder = await mkdtemp(join(tmpdir(), 'hub-newer-'))
})
afterAll(async () => {
  for (const { client } of clients) await client.close()
  await mcp?.close()
  await rm(folder, { recursive: true })
})

async function clientOf(url: string): Promise<McpClient> {
  const client = await openClient(url, mcp.apiKey)
  clients.push(client)
  return client
}

it('runs no small write that the policy in force has raised, on a replica that does not know it yet', async () => {
  const login = 'lucas.perrin'
  const { control } = mcp.estate.directory
  await control.lock(login)
  control.clearWrites()
  const file = join(folder, 'policy.yaml')
  const rule = '{ name: every unlock, when: { tools: [ad_unlock_account] }, raiseTo: L3 }'
  await writeFile(file, `version: 1\nrules:\n  - ${rule}\n`)
  const newer = await mcp.another(undefined, { SAFEGUARD_POLICY_FILE: file })
  try {
    const onOlder = await (await clientOf(mcp.url)).call('ad_unlock_account', { login })
    const onNewer = await (await clientOf(newer.url)).call('ad_unlock_account', { login })
    expect(onOlder._meta?.[toolMeta.error]).toMatchObject({
      code: 'CONFLICT',
      reason: 'approval.policy_changed',
    })
    expect(onNewer.structuredContent).toMatchObject({ status: 'approval_required' })
    expect(control.writes()).toEqual([])
    const [refused] = await mcp.db.toolExecution.findMany({ orderBy: { rank: 'asc' } })
    expect(refused).toMatchObject({ toolName: 'ad_unlock_account', status: 'denied', level: 'L2' })
  } finally {
    await newer.close()
  }
})
