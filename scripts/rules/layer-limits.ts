import { posix } from 'node:path'
import { targetPath } from './import-target.ts'
import type { Import } from './read-imports.ts'
import { type Room, roomOf } from './rooms.ts'
import { isTest } from './tracked-files.ts'
import { type Violation, violationAt } from './violation.ts'

const storeRooms: readonly (Room | 'tools')[] = [
  'server',
  'safeguard',
  'knowledge',
  'mcp-server',
  'workflows',
]
const databaseValues = new Set(['createDb', 'Prisma', '*'])
const clientBuilders = new Set(['context.ts', 'main.ts', 'start.ts'])
const moduleFolder = /^(?:server\/src\/modules|mcp-server\/src\/systems)\/[^/]+\//
const featureFolder = /^web\/src\/features\/([^/]+)\//
const notForUi = /^web\/src\/(?:app|api|features|routes|router|stores|lib\/api)(?:[./]|$)/
const packagesNotForUi = /^(?:react-router(?:-dom)?|zustand|@tanstack\/react-query)(?:\/|$)/

/** What one import breaks of the layers inside a room: stores, module doors, web features and web/src/ui. */
export function layerViolations(found: Import): Violation[] {
  const exportAll = found.isExportAll
    ? [violationAt(found, 'export-all', `name what is exported instead of export * from ${found.specifier}`)]
    : []
  if (isTest(found.file)) return exportAll
  const path = targetPath(found.file, found.specifier)
  const inside =
    path === undefined ? [] : [...moduleViolations(found, path), ...featureViolations(found, path)]
  return [...exportAll, ...storeViolations(found), ...inside, ...uiViolations(found, path)]
}

/** Only stores hold the database client; the files that build a process hand it to them. */
function storeViolations(found: Import): Violation[] {
  if (found.specifier !== '@hub/prisma' || !storeRooms.includes(roomOf(found.file))) return []
  if (found.file.endsWith('.store.ts') || clientBuilders.has(posix.basename(found.file))) return []
  const used = found.values.filter((name) => databaseValues.has(name))
  return used.map((name) =>
    violationAt(found, 'store', `only *.store.ts may import ${name} from @hub/prisma`),
  )
}

function moduleViolations(found: Import, path: string): Violation[] {
  const [folder] = moduleFolder.exec(path) ?? []
  if (folder === undefined || found.file.startsWith(folder) || path === `${folder}index.ts`) return []
  return [violationAt(found, 'module-door', `${found.specifier} goes past the door ${folder}index.ts`)]
}

function featureViolations(found: Import, path: string): Violation[] {
  const [, feature] = featureFolder.exec(found.file) ?? []
  const [, other] = featureFolder.exec(path) ?? []
  if (feature === undefined || other === undefined || feature === other) return []
  return [violationAt(found, 'feature', `feature ${feature} may not import feature ${other}`)]
}

function uiViolations(found: Import, path: string | undefined): Violation[] {
  if (!found.file.startsWith('web/src/ui/')) return []
  const banned = path === undefined ? packagesNotForUi.test(found.specifier) : notForUi.test(path)
  if (!banned) return []
  return [violationAt(found, 'ui', `web/src/ui knows no API, router or store: ${found.specifier}`)]
}
