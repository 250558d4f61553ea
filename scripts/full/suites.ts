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

/** The runs of the full mode in their order; their reports go to `reportFolder`. */
export function fullSuites(reportFolder: string): Suite[] {
  const report = (name: string) => join(reportFolder, `full-${name}.json`)
  const vitest = (name: string, ...filters: string[]): [string, ...string[]] => [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
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
      argv: vitest('postgres', 'server', 'mcp-server', 'workflows', 'packages', 'prisma'),
      env: {},
      report: report('postgres'),
      limitMs: 20 * minuteMs,
      allowsNoSkips: false,
    },
    {
      name: 'browser',
      argv: ['playwright', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('browser') },
      report: report('browser'),
      limitMs: 30 * minuteMs,
      allowsNoSkips: true,
    },
  ]
}
