/** Every room with its folder and the rooms it may import. `tools` is what lies outside the rooms. */
export const rooms = {
  contracts: { folder: 'packages/contracts', mayImport: [] },
  kernel: { folder: 'packages/kernel', mayImport: ['contracts'] },
  prisma: { folder: 'prisma', mayImport: ['contracts'] },
  safeguard: { folder: 'packages/safeguard', mayImport: ['contracts', 'kernel', 'prisma'] },
  knowledge: { folder: 'packages/knowledge', mayImport: ['contracts', 'kernel', 'prisma', 'llm'] },
  llm: { folder: 'packages/llm', mayImport: ['contracts', 'kernel'] },
  server: {
    folder: 'server',
    mayImport: ['contracts', 'kernel', 'safeguard', 'knowledge', 'llm', 'prisma'],
  },
  'mcp-server': {
    folder: 'mcp-server',
    mayImport: ['contracts', 'kernel', 'safeguard', 'knowledge', 'prisma'],
  },
  workflows: {
    folder: 'workflows',
    mayImport: ['contracts', 'kernel', 'safeguard', 'knowledge', 'llm', 'prisma'],
  },
  web: { folder: 'web', mayImport: ['contracts'] },
  estate: { folder: 'estate', mayImport: ['contracts'] },
  embedded: {
    folder: 'embedded',
    mayImport: [
      'contracts',
      'kernel',
      'prisma',
      'safeguard',
      'knowledge',
      'llm',
      'server',
      'mcp-server',
      'workflows',
      'estate',
    ],
  },
} as const satisfies Record<string, { folder: string; mayImport: readonly string[] }>

export type Room = keyof typeof rooms

/** Doors beside '.' that only some rooms may use; tests and tools may use every door. */
export const specialDoors: Record<string, readonly Room[]> = {
  '@hub/kernel/testing': [],
  '@hub/prisma/embedded': ['embedded'],
  '@hub/prisma/testing': [],
}

const folders = Object.entries(rooms).map(([name, { folder }]) => ({
  name: name as Room,
  prefix: `${folder}/`,
}))

/** The room that a repository path belongs to, or 'tools' for scripts, bench, e2e and root files. */
export function roomOf(path: string): Room | 'tools' {
  return folders.find(({ prefix }) => path.startsWith(prefix))?.name ?? 'tools'
}

/** The room that a workspace specifier such as '@hub/prisma/testing' names, or undefined for other packages. */
export function roomNamed(specifier: string): Room | undefined {
  const [, name] = /^@hub\/([^/]+)/.exec(specifier) ?? []
  return name !== undefined && name in rooms ? (name as Room) : undefined
}
