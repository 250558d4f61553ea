import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Makes what the sources need before they run: the database client and the web app.
 * Runs after an install and before a start; does nothing when its inputs have not changed.
 */
const root = fileURLToPath(new URL('..', import.meta.url))

interface Step {
  name: string
  inputs: string[]
  output: string
  command: string[]
  cwd: string
}

const steps: Step[] = [
  {
    name: 'database client',
    inputs: ['prisma/schema.prisma', 'prisma/package.json'],
    output: 'prisma/src/generated/client.ts',
    command: ['prisma', 'generate', '--schema', 'schema.prisma'],
    cwd: 'prisma',
  },
  {
    name: 'web app',
    inputs: [
      'web/index.html',
      'web/vite.config.ts',
      'web/package.json',
      'web/public/**/*',
      'web/src/**/*',
      'packages/contracts/src/**/*',
    ],
    output: 'web/dist/index.html',
    command: ['vite', 'build', '--logLevel', 'warn'],
    cwd: 'web',
  },
]

function hashOf(step: Step): string {
  const hash = createHash('sha256').update(JSON.stringify(step.command))
  const files = step.inputs.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function run(step: Step): void {
  const stamp = join(root, 'node_modules/.cache/hub', step.name.replace(' ', '-'))
  const wanted = hashOf(step)
  const isFresh =
    existsSync(join(root, step.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isFresh) return
  const [name = '', ...args] = step.command
  const bin = join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)
  // The schema engine is a download that generating does not need; naming any program keeps it from being fetched.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  const done = spawnSync(bin, args, {
    cwd: join(root, step.cwd),
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    process.stderr.write(
      `prepare: ${step.name} failed\n${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n`,
    )
    process.exit(1)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

for (const step of steps) run(step)
