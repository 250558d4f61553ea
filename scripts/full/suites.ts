import { join } from 'node:path'

const minuteMs = 60_000

/** One test run of the full mode. */
export interface Suite {
  name: string
  argv: [string, ...string[]]
  env: NodeJS.ProcessEnv
  /** The JSON report that the run writes. */
  report: string
  limitMs: number
  /** True when a test that was skipped is a failure: nothing may be missing in these. */
  allowsNoSkips: boolean
}

/** Suites whose truth depends on the database: locks, races, triggers, searches. The others ran on the embedded one. */
const onPostgres = [
  'prisma',
  'packages/knowledge',
  'packages/safeguard',
  'server/tests/safeguard',
  'server/tests/auth',
  'server/tests/chat-stream',
  'server/tests/conformance/decisions',
  'server/tests/delegations',
  'server/tests/policy',
  'server/tests/sure-bus',
  'server/tests/two-factor',
  'mcp-server/tests/outside-client',
  'mcp-server/tests/policy-holder',
  'mcp-server/tests/recovery',
  'mcp-server/tests/undo',
  'workflows/tests/crash',
  'workflows/tests/exactly-once',
  'workflows/tests/notifications-delivery',
]

/** The runs of the full mode in their order; their reports go to `reportFolder`. */
export function fullSuites(reportFolder: string): Suite[] {
  const report = (name: string) => join(reportFolder, `full-${name}.json`)
  const vitest = (name: string, ...filters: string[]): [string, ...string[]] => [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    '--reporter=./scripts/full/failures/vitest.ts',
    `--outputFile.json=${report(name)}`,
    ...filters,
  ]
  return [
    {
      name: 'real components',
      argv: vitest('components'),
      env: { HUB_TEST: 'full' },
      report: report('components'),
      limitMs: 20 * minuteMs,
      allowsNoSkips: true,
    },
    {
      name: 'server suite on PostgreSQL',
      argv: vitest('postgres', ...onPostgres),
      env: {},
      report: report('postgres'),
      limitMs: 20 * minuteMs,
      allowsNoSkips: false,
    },
    {
      name: 'browser',
      argv: [
        'playwright',
        'test',
        '-c',
        'e2e/playwright.config.ts',
        '--reporter=list,json,./scripts/full/failures/playwright.ts',
      ],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('browser') },
      report: report('browser'),
      limitMs: 30 * minuteMs,
      allowsNoSkips: true,
    },
  ]
}
