import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDataFolder, type DataFolder, dataFolder } from '../data-folder.ts'
import { findLockOwner, lockFolder } from '../folder-lock.ts'

const script = fileURLToPath(new URL('./locking-child.ts', import.meta.url))
let folder: DataFolder

beforeEach(async () => {
  folder = dataFolder(await mkdtemp(path.join(os.tmpdir(), 'hub-lock-')))
  await createDataFolder(folder)
})
afterEach(() => rm(folder.path, { recursive: true }))

it('refuses a second process in one clear line, and lets it in after the release', async () => {
  const lock = await lockFolder(folder)
  const tryInChild = () => promisify(execFile)(process.execPath, [script, folder.path])
  expect((await tryInChild()).stdout).toBe(
    `the data folder ${folder.path} is in use by process ${process.pid}: stop it first\n`,
  )
  await expect(lockFolder(folder)).rejects.toThrow('in use')
  await lock.release()
  expect((await tryInChild()).stdout).toBe('locked\n')
})

it('takes over the lock of a killed process', async () => {
  const child = spawn(process.execPath, [script, folder.path, 'stay'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  expect((await findLockOwner(folder))?.pid).toBe(child.pid)
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(await findLockOwner(folder)).toBeUndefined()
  const lock = await lockFolder(folder)
  expect((await findLockOwner(folder))?.pid).toBe(process.pid)
  await lock.release()
})

it('takes over when the process id now belongs to another process, or the file is damaged', async () => {
  for (const content of [`${process.pid}\nsome earlier time\n${folder.controlPath}\nnonce`, '12', '']) {
    await writeFile(folder.lockPath, content)
    const lock = await lockFolder(folder)
    expect(await readFile(folder.lockPath, 'utf8')).not.toBe(content)
    await lock.release()
  }
})

it('lets exactly one of several processes take over a stale lock', async () => {
  await writeFile(folder.lockPath, `999999\n1\n${folder.controlPath}\nnonce`)
  const children = Array.from({ length: 4 }, () => spawn(process.execPath, [script, folder.path, 'stay']))
  const said = await Promise.all(children.map(async (child) => String((await once(child.stdout, 'data'))[0])))
  expect(said.filter((line) => line === 'locked\n')).toHaveLength(1)
  for (const child of children) child.kill('SIGKILL')
}, 30_000)
