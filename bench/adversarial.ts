import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openArena } from '../server/tests/conformance/adversary/arena.ts'
import { figuresOf, play } from '../server/tests/conformance/adversary/play.ts'

// An attacker with the texts of a folder of JSON files: node bench/adversarial.ts <folder> [steps]. Every text of
// every file is used, whatever its shape. The seed is printed; HUB_SEED gives it.

const [folder, wanted = '100000'] = process.argv.slice(2)
if (!folder) throw new Error('usage: node bench/adversarial.ts <folder> [steps]')
const payloads = textsOf(folder)
const steps = Number(wanted)
const arena = await openArena({ payloads })
const begun = Date.now()
const seconds = () => ((Date.now() - begun) / 1_000).toFixed(0)
console.log(`${payloads.length} texts, ${steps} steps, seed ${arena.draw.seed}`)
try {
  await play(arena, steps)
  console.log(`held in ${seconds()} s; ${figuresOf(arena)}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(`gave way after ${seconds()} s; ${figuresOf(arena)}`)
  process.exitCode = 1
} finally {
  await arena.close()
}

function textsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  )
  return files.flatMap((name) => stringsIn(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

/** Every text in a JSON value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
