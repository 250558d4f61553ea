import type { TestHub } from '../harness/start-test-hub.ts'

/**
 * Every address of the Hub that a text holds: whole URLs, paths, and those that the API describes, with the id of a
 * request in the place of their parameters.
 */
export function addressesOf(text: string, hub: TestHub, approvalId: string): string[] {
  const whole = [...text.matchAll(/https?:\/\/[^\s"'\\<>)]+/g)].map(([url]) => new URL(url))
  const own = whole.filter(({ host }) => host === '127.0.0.1:3002' || host === new URL(hub.url).host)
  const written = [...text.matchAll(/"(\/(?:api|safeguard)\/[^"\s]*)"/g)].map(([, path]) => path ?? '')
  const all = [...own.map(({ pathname, search }) => pathname + search), ...written]
  return [...new Set(all.map((path) => path.replace(/\{[^}]+\}/g, approvalId)))]
}

/** Opens each address as a mail scanner, a preview or a person does: GET and HEAD, signed in or not. */
export async function openEvery(
  hub: TestHub,
  addresses: string[],
  tokens: (string | undefined)[],
): Promise<void> {
  for (const address of addresses)
    for (const token of tokens)
      await Promise.all(
        ['GET', 'HEAD'].map(async (method) => {
          const headers =
            token === undefined ? {} : { authorization: `Bearer ${token}`, cookie: `hub_session=${token}` }
          const answer = await fetch(hub.url + address, { method, headers, redirect: 'follow' })
          await answer.body?.cancel()
        }),
      )
}
