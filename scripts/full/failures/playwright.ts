import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import { writeFailure } from './write-failure.ts'

/** Notes each failed browser test, and each error outside of the tests. */
export default class FailureReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus || result.status === 'skipped') return
    writeFailure(test.titlePath().filter(Boolean).join(' > '), result.errors.map(describe).join('\n'))
  }

  onError(error: TestError): void {
    writeFailure('outside of a browser test', describe(error))
  }
}

function describe(error: TestError): string {
  return stripVTControlCharacters(error.message ?? error.value ?? 'no reason given')
}
