import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkRooms, violations } from './check-rooms.ts'
import { readImports } from './read-imports.ts'
import { type Room, rooms } from './rooms.ts'

const doors = new Map<Room, ReadonlySet<string>>(
  Object.keys(rooms).map((name) => [name as Room, new Set([`@hub/${name}`])]),
)
doors.set('prisma', new Set(['@hub/prisma', '@hub/prisma/embedded', '@hub/prisma/testing']))

/** The rules that a fake tree of files breaks, as "file:line rule". */
function broken(tree: Record<string, string>): string[] {
  const imports = Object.entries(tree).flatMap(([file, source]) => readImports(file, source))
  return violations(imports, doors).map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

const importOf = (specifier: string) => `import { x } from '${specifier}'`

describe('rooms', () => {
  it.each([
    ['server/src/a.ts', '@hub/contracts'],
    ['server/src/a.ts', '@hub/llm'],
    ['packages/knowledge/src/a.ts', '@hub/llm'],
    ['web/src/a.tsx', '@hub/contracts'],
    ['embedded/src/main.ts', '@hub/server'],
    ['embedded/src/main.ts', '@hub/prisma/embedded'],
    ['server/tests/a.ts', '@hub/estate'],
    ['server/src/a.test.ts', '@hub/prisma/testing'],
    ['bench/a.ts', '@hub/prisma/testing'],
    ['packages/contracts/src/a.ts', 'zod'],
    ['packages/contracts/src/a.test.ts', 'vitest'],
    ['server/src/a.ts', './b.ts'],
    ['server/src/modules/chat/a.ts', '../users/index.ts'],
    ['e2e/a.e2e.ts', '../scripts/full/chromium.ts'],
  ])('lets %s import %s', (file, specifier) => {
    expect(broken({ [file]: importOf(specifier) })).toEqual([])
  })

  it.each([
    ['server/src/a.ts', '@hub/mcp-server', 'room'],
    ['server/src/a.ts', '@hub/nothing', 'room'],
    ['packages/kernel/src/a.ts', '@hub/prisma', 'room'],
    ['packages/llm/src/a.ts', '@hub/prisma', 'room'],
    ['packages/safeguard/src/a.ts', '@hub/knowledge', 'room'],
    ['web/src/a.tsx', '@hub/kernel', 'room'],
    ['estate/src/a.ts', '@hub/kernel', 'room'],
    ['estate/src/a.test.ts', '@hub/mcp-server', 'room'],
    ['packages/contracts/src/a.ts', 'node:fs', 'contracts'],
    ['server/src/a.ts', '@hub/prisma/src/client.ts', 'door'],
    ['server/src/a.ts', '@hub/prisma/embedded', 'door'],
    ['server/src/a.ts', '@hub/prisma/testing', 'door'],
    ['embedded/src/a.ts', '@hub/server/src/app.ts', 'door'],
    ['server/src/a.ts', '../../workflows/src/b.ts', 'relative'],
    ['server/src/a.test.ts', '../../estate/src/b.ts', 'relative'],
    ['scripts/a.ts', '../server/src/b.ts', 'relative'],
    ['server/src/modules/chat/a.ts', '../users/users.store.ts', 'module-door'],
    ['server/src/app.ts', './modules/users/users.routes.ts', 'module-door'],
    ['web/src/features/chat/a.tsx', '../users/b.tsx', 'feature'],
    ['web/src/features/chat/a.tsx', '@/features/users/b.tsx', 'feature'],
    ['web/src/ui/button.tsx', 'react-router', 'ui'],
    ['web/src/ui/button.tsx', '@tanstack/react-query', 'ui'],
    ['web/src/ui/button.tsx', '../stores/theme.ts', 'ui'],
  ])('reports %s importing %s as %s', (file, specifier, rule) => {
    expect(broken({ [file]: `\n${importOf(specifier)}` })).toEqual([`${file}:2 ${rule}`])
  })

  it('lets only stores and the builders of a process take the database client', () => {
    const take = "import { createDb } from '@hub/prisma'"
    expect(broken({ 'server/src/modules/chat/chat.store.ts': take, 'server/src/context.ts': take })).toEqual(
      [],
    )
    expect(broken({ 'server/src/modules/chat/send.ts': take })).toEqual([
      'server/src/modules/chat/send.ts:1 store',
    ])
    expect(broken({ 'workflows/src/a.ts': "import type { Db } from '@hub/prisma'" })).toEqual([])
    expect(broken({ 'workflows/src/a.ts': "import { appendEvent } from '@hub/prisma'" })).toEqual([])
    expect(broken({ 'workflows/src/a.ts': "import * as db from '@hub/prisma'" })).toEqual([
      'workflows/src/a.ts:1 store',
    ])
  })

  it('reports export * from', () => {
    expect(broken({ 'server/src/index.ts': "export * from './a.ts'" })).toEqual([
      'server/src/index.ts:1 export-all',
    ])
  })

  it('reports a cycle between rooms where it closes, but not one made by tests', () => {
    const there = { 'packages/knowledge/src/a.ts': importOf('@hub/llm') }
    expect(broken({ ...there, 'packages/llm/src/b.ts': importOf('@hub/knowledge') })).toEqual([
      'packages/llm/src/b.ts:1 room',
      'packages/llm/src/b.ts:1 cycle',
    ])
    expect(broken({ ...there, 'packages/llm/src/b.test.ts': importOf('@hub/knowledge') })).toEqual([])
  })
})

it('reports file, line and rule from files on disk', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rooms-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const { folder } of Object.values(rooms)) {
    write(`${folder}/package.json`, JSON.stringify({ exports: { '.': './src/index.ts' } }))
  }
  const file = 'web/src/app.tsx'
  write(file, "import React from 'react'\n\nimport { startServer } from '@hub/server'\n")
  const result = await checkRooms.run({ root, files: [file] })
  rmSync(root, { recursive: true })
  expect(result.problems).toEqual([`${file}:3 [room] web may not import server (@hub/server)`])
})
