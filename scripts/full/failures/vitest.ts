import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { writeFailure } from './write-failure.ts'

/** Notes each failed test of a run, each file that could not be read, and each error that no test caught. */
export default class FailureReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const module of modules) {
      for (const error of module.errors()) writeFailure(module.relativeModuleId, describe(error))
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors())
          writeFailure(`${module.relativeModuleId} > ${suite.fullName}`, describe(error))
      }
      for (const test of module.children.allTests('failed')) {
        const reasons = test.result().errors?.map(describe) ?? []
        writeFailure(`${module.relativeModuleId} > ${test.fullName}`, reasons.join('\n'))
      }
    }
    for (const error of unhandled) writeFailure('outside of a test', describe(error))
  }
}

function describe({ name, message, stack }: { name?: string; message: string; stack?: string }): string {
  const place = stack?.split('\n').find((line) => /^\s*at /.test(line) && !line.includes('node_modules'))
  return [`${name ?? 'Error'}: ${message}`, place?.trim()].filter(Boolean).join('\n')
}
