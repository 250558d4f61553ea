import type { ConsoleMessage, Page } from '@playwright/test'

export interface PageWatch {
  expectedStatuses: readonly number[]
  problems: string[]
}

/** Notes every console error (the browser reports refused content there too) and every exception of a page. */
export function watchPage(page: Page, watch: PageWatch): void {
  page.on('pageerror', (error) => watch.problems.push(`exception: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message, watch))
      watch.problems.push(`console: ${message.text()} (${message.location().url})`)
  })
}

function isExpected(message: ConsoleMessage, { expectedStatuses }: PageWatch): boolean {
  const [, status] = /the server responded with a status of (\d+)/.exec(message.text()) ?? []
  return status !== undefined && expectedStatuses.includes(Number(status))
}
