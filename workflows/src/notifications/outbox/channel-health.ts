import type { Logger } from '@hub/kernel'
import type { Verdict } from '../send/verdict.ts'
import { maxAgeMs } from './retry.policy.ts'

/** How one channel has fared in this process; says so in the log when it changes. */
export interface ChannelHealth {
  /** Why the channel is not used until the process starts again. */
  disabledBy(): string | undefined
  /** True while the receiver's `Retry-After` lasts. */
  isPaused(now: Date): boolean
  note(verdict: Verdict, now: Date): void
}

/** @param log has the name of the channel in every line */
export function createChannelHealth(log: Logger): ChannelHealth {
  let failures = 0
  let disabled: string | undefined
  let pausedUntilMs = 0
  return {
    disabledBy: () => disabled,
    isPaused: (now) => now.getTime() < pausedUntilMs,
    note(verdict, now) {
      if (verdict.kind === 'retry' && verdict.afterMs !== undefined)
        pausedUntilMs = now.getTime() + Math.min(verdict.afterMs, maxAgeMs)
      if (verdict.kind === 'sent') {
        if (failures > 0) log.info({ health: 'ok', failures }, 'notification channel works again')
        failures = 0
        return
      }
      failures += 1
      const facts = { failures, reason: verdict.reason, action: verdict.kind }
      if (verdict.kind === 'disable') {
        disabled = verdict.reason
        log.error({ health: 'disabled', ...facts }, 'notification channel is gone, mend it and start again')
      } else log.warn({ health: 'failing', ...facts }, 'notification not delivered')
    },
  }
}
