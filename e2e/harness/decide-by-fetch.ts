import { ErrorBody } from '@hub/contracts'
import type { Page } from '@playwright/test'

export interface Refusal {
  status: number
  reason: string | undefined
  message: string
}

/** Sends a decision from inside a page, past its buttons, as a manipulated page could. Answers the refusal. */
export async function decideByFetch(page: Page, path: string, body: object): Promise<Refusal> {
  const { status, json } = await page.evaluate(
    async ([url, text]) => {
      const headers = { 'content-type': 'application/json', 'accept-language': 'fr' }
      const answer = await fetch(url, { method: 'POST', headers, body: text })
      return { status: answer.status, json: await answer.json() }
    },
    [path, JSON.stringify(body)] as const,
  )
  const { reason, message } = ErrorBody.parse(json).error
  return { status, reason, message }
}
