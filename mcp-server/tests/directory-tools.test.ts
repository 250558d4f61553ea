import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Directory, people, startDirectory } from '@hub/estate'
import { afterAll, beforeAll } from 'vitest'
import { describeDirectory } from './directory-behaviour.ts'

let directory: Directory
let folder: string
let caFile: string

beforeAll(async () => {
  directory = await startDirectory({ people })
  folder = await mkdtemp(join(tmpdir(), 'hub-directory-'))
  caFile = join(folder, 'ca.pem')
  await writeFile(caFile, directory.caPem)
})
afterAll(async () => {
  await directory.close()
  await rm(folder, { recursive: true })
})

describeDirectory(() => ({ ...directory, caFile }), { manyUsers: 1_050, passwordSettings: {} })
