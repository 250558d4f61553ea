import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = join(root, 'mcp-server/src')

interface SourceFile {
  /** Path below `mcp-server/src`. */
  path: string
  text: string
  /** Imported files below `mcp-server/src`, and packages by name. */
  imports: string[]
}

function readSource(dir: string): SourceFile[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => {
      const file = join(dir, name)
      const text = readFileSync(file, 'utf8')
      const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) =>
        String(match[1]),
      )
      const imports = targets.map((target) =>
        target.startsWith('.') ? relative(source, resolve(dirname(file), target)) : target,
      )
      return { path: relative(source, file), text, imports }
    })
}

const files = readSource(source)
const systemOf = (path: string) => /^systems\/([^/]+)\//.exec(path)?.[1]
const importers = (matches: (target: string, file: SourceFile) => boolean) =>
  files
    .filter((file) => file.imports.some((target) => matches(target, file)))
    .map(({ path }) => path)
    .sort()

describe('the gate is the only way to an effect', () => {
  it('sees the whole source', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(importers((target) => target === 'ldapts').length).toBeGreaterThan(3)
  })

  it('keeps each system behind its door', () => {
    const inside = importers(
      (target, { path }) =>
        systemOf(target) !== undefined &&
        systemOf(target) !== systemOf(path) &&
        !target.endsWith('/index.ts'),
    )
    expect(inside).toEqual([])
    const doors = importers(
      (target, { path }) => systemOf(target) !== undefined && systemOf(target) !== systemOf(path),
    )
    expect(doors).toEqual(['systems/open-systems.ts'])
    expect(importers((target) => target === 'systems/open-systems.ts')).toEqual(['start.ts'])
  })

  it('lets only the gate run a tool', () => {
    const callers = files
      .filter(({ path, text }) => !path.startsWith('systems/') && /\.\s*(run|makeSecret)\??\.?\(/.test(text))
      .map(({ path }) => path)
    // the last one only puts a time limit around the tools that the registry holds: whoever runs those is above it
    const around = 'tools/limit-tool.ts'
    expect(callers.sort()).toEqual(['gate/carry-out.ts', 'gate/run-effect.ts', 'gate/run-read.ts', around])
    expect(importers((target) => target === around)).toEqual(['tools/registry.ts'])
  })

  it('lets only the tools of a system call what changes it', () => {
    const effects =
      /\b(directory\.(unlock|resetPassword|setEnabled|addToGroup|removeFromGroup|copyGroups|createUser)|glpi\.\w+\.(add|update|create|assign|unassign)|observium\.alerts\.(un)?acknowledge|(close|update|assign)Ticket|addSolution|mail\.send|connection\.send|addCase|deleteDocument)\(/
    const callers = files
      .filter(({ path, text }) => effects.test(text) && !/\/(client|tools)\//.test(path))
      .map(({ path }) => path)
    // what several tools share, or what needs more than one write, is a step kept beside them
    const steps = ['add-solution', 'assign-ticket', 'close-ticket', 'update-ticket'].map(
      (name) => `systems/glpi/${name}.ts`,
    )
    expect(callers.sort()).toEqual(steps)
    const users = importers((target) => steps.includes(target))
    expect(users.filter((path) => !path.startsWith('systems/glpi/tools/') && !steps.includes(path))).toEqual(
      [],
    )
  })

  it('lets only the client of the directory write into it', () => {
    const isClient = (path: string) => path.startsWith('systems/active-directory/client/')
    const writers = files.filter(({ text }) => /\.(modify|modifyDN|add|del|exop)\(\s*[\w.]*dn\b/i.test(text))
    expect(writers.length).toBeGreaterThan(3)
    expect(writers.filter(({ path }) => !isClient(path)).map(({ path }) => path)).toEqual([])
    expect(importers((target) => target === 'ldapts').filter((path) => !isClient(path))).toEqual([
      'systems/active-directory/format/entry-values.ts',
    ])
  })

  it('lets only the door of each system reach what mails and what writes knowledge', () => {
    const smtp = importers((target) => target.startsWith('nodemailer'))
    expect(smtp.filter((path) => !path.startsWith('systems/mail/client/'))).toEqual([])
    const writers = files.filter(({ text }) => /\b(addCase|deleteDocument)\b/.test(text))
    expect(writers.map(({ path }) => path).sort()).toEqual([
      'systems/memory/tools/add-case.ts',
      'systems/memory/tools/delete-document.ts',
    ])
  })

  it('is opened by its own process and by the one-command mode only', () => {
    const rooms = ['server', 'workflows', 'embedded', 'packages', 'prisma', 'web'].map((room) =>
      join(root, room),
    )
    const users = rooms.flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((name) => /^([\w-]+\/)?src\/.*\.tsx?$/.test(name) && !name.includes('.test.'))
        .filter((name) => /@hub\/mcp-server|mcp-server\/src/.test(readFileSync(join(room, name), 'utf8')))
        .map((name) => relative(root, join(room, name))),
    )
    expect(users).toEqual(['embedded/src/start.ts'])
  })
})
