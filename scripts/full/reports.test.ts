import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readReport } from './reports.ts'
import { findProblem, runSuite } from './run-suite.ts'
import type { Suite } from './suites.ts'
import { sumReports } from './sum-reports.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, report: object): string {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(report))
  return file
}

const vitest = (passed: number, failed: number, files: string[][] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: files.map((tests) => ({
    status: 'failed',
    assertionResults: tests.map((status) => ({ status })),
  })),
})

const playwright = (stats: object, errors: string[] = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
})

describe('readReport', () => {
  it('counts a vitest file that failed before its tests as one failure', () => {
    const file = write('a.json', vitest(5, 1, [['passed', 'failed'], [], ['passed']]))
    expect(readReport(file)).toEqual({ passed: 5, failed: 3, skipped: 1 })
  })

  it('counts a Playwright test that passed on a retry, and an error outside tests, as failures', () => {
    expect(readReport(write('b.json', playwright({ expected: 4, flaky: 1, skipped: 2 })))).toEqual({
      passed: 4,
      failed: 1,
      skipped: 2,
    })
    expect(readReport(write('c.json', playwright({}, ['no web server'])))?.failed).toBe(1)
  })

  it('answers undefined when there is no report', () => {
    expect(readReport(join(folder, 'none.json'))).toBeUndefined()
  })
})

describe('sumReports', () => {
  it('adds one failure for a phase that failed without a failed test', () => {
    write('test-unit.json', vitest(10, 0))
    write('full-components.json', vitest(3, 2))
    write('full-browser.json', { passed: 7, failed: 0, skipped: 1 })
    const phases = [
      { name: 'verify', exitCode: 1 },
      { name: 'test', exitCode: 0 },
      { name: 'full', exitCode: 1 },
    ]
    expect(sumReports(folder, phases)).toEqual({ passed: 20, failed: 3, skipped: 3 })
  })
})

describe('runSuite', () => {
  const suite = (overrides: Partial<Suite>): Suite => ({
    name: 'example',
    argv: ['node', '-e', ''],
    env: {},
    report: join(folder, 'example.json'),
    limitMs: 20_000,
    allowsNoSkips: true,
    ...overrides,
  })

  it('ends a run, and what the run started, at its time limit', async () => {
    const pidFile = join(folder, 'pid')
    const script = `
      const child = require('node:child_process').spawn('sleep', ['60'])
      require('node:fs').writeFileSync(process.env.PID_FILE, String(child.pid))
      setInterval(() => {}, 1000)`
    const outcome = await runSuite(suite({ argv: ['node', '-e', script], limitMs: 1_000 }), {
      PID_FILE: pidFile,
    })
    expect(outcome.problem).toBe('stopped after 1 s')
    const pid = Number(readFileSync(pidFile, 'utf8'))
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 5_000 })
  })

  it('names a run that failed without a report', async () => {
    const outcome = await runSuite(suite({ argv: ['node', '-e', 'process.exit(3)'] }), {})
    expect(outcome).toMatchObject({ passed: 0, failed: 1, problem: 'ended with code 3' })
  })

  it('does not let a skipped, empty or unreported run pass', () => {
    const counts = { passed: 2, failed: 0, skipped: 1 }
    expect(findProblem(suite({}), undefined, counts)).toBe('1 tests were skipped')
    expect(findProblem(suite({ allowsNoSkips: false }), undefined, counts)).toBeUndefined()
    expect(findProblem(suite({}), undefined, { passed: 0, failed: 0, skipped: 0 })).toBe('ran no test')
    expect(findProblem(suite({}), undefined, undefined)).toBe('wrote no report')
  })
})
