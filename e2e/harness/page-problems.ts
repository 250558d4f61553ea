import type { Page } from '@playwright/test'

/** Console errors that a test itself provokes. */
export interface ExpectedErrors {
  /** Statuses of refused requests. Signed out, a page asks who is signed in and is told 401. */
  statuses: readonly number[]
  /** The test takes the network or the Hub away. */
  isUnreachable?: boolean
}

const unreachable = /net::ERR_|WebSocket connection to .* failed/

/** Notes every console error (the browser reports refused content there too) and every exception of a page. */
export function watchPage(page: Page, expected: ExpectedErrors, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() !== 'error' || isExpected(text, expected)) return
    problems.push(`console: ${text} (${message.location().url})`)
  })
}

function isExpected(text: string, { statuses, isUnreachable }: ExpectedErrors): boolean {
  const [, status] = /the server responded with a status of (\d+)/.exec(text) ?? []
  if (status !== undefined) return statuses.includes(Number(status))
  return isUnreachable === true && unreachable.test(text)
}
