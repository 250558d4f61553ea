import { dirname } from 'node:path'
import { checkAscii } from './rules/check-ascii.ts'
import { checkCatalogues } from './rules/check-catalogues.ts'
import { checkCommand } from './rules/check-command.ts'
import { checkDocPaths } from './rules/check-doc-paths.ts'
import { checkFileSizes } from './rules/check-file-sizes.ts'
import { checkForbiddenWords } from './rules/check-forbidden-words.ts'
import { checkRooms } from './rules/check-rooms.ts'
import { runChecks } from './rules/run-checks.ts'
import { trackedFiles } from './rules/tracked-files.ts'

const root = dirname(import.meta.dirname)
const checks = [
  checkRooms,
  checkFileSizes,
  checkCatalogues,
  checkDocPaths,
  checkAscii,
  checkForbiddenWords,
  checkCommand('biome', 'check'),
  checkCommand('tsc', '-p', '.'),
  checkCommand('tsc', '-p', 'web'),
  checkCommand('knip'),
]

const failed = await runChecks(checks, { root, files: trackedFiles(root) })
if (failed.length > 0)
  console.error(`verify: ${failed.length} of ${checks.length} checks failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
