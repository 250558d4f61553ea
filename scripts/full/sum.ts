import { type Phase, sumReports } from './sum-reports.ts'

// node scripts/full/sum.ts <report folder> <phase>=<exit code>...
const [folder, ...results] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: sum.ts <report folder> <phase>=<exit code>...')

const phases: Phase[] = results.map((result) => {
  const [name = '', code = ''] = result.split('=')
  return { name, exitCode: Number.parseInt(code, 10) }
})
const { passed, failed } = sumReports(folder, phases)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
