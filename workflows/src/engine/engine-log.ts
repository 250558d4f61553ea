import type { DLogger } from '@dbos-inc/dbos-sdk'
import type { Logger } from '@hub/kernel'

const isSleep = /no longer owned by this execution|was cancelled during execution/

/** What the engine says about itself, in our log; that a sleeping run lost its execution is no news. */
export function engineLog(log: Logger): DLogger {
  const say = (level: 'debug' | 'warn' | 'error') => (entry: unknown) => {
    if (entry instanceof Error) log[level]({ err: entry }, 'workflow engine')
    else log[level]({ said: String(entry) }, 'workflow engine')
  }
  const warn = say('warn')
  const debug = say('debug')
  return {
    info: debug,
    debug,
    warn: (entry) => (isSleep.test(String(entry)) ? debug(entry) : warn(entry)),
    error: say('error'),
  }
}
