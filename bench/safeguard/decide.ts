import type { Waiting } from './start-lab.ts'

/** Approves a request over HTTP. @returns the status of the answer */
export async function approve(url: string, token: string, { id, digest }: Waiting): Promise<number> {
  const answer = await fetch(`${url}/api/safeguard/${id}/approve`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ digest }),
  })
  await answer.arrayBuffer()
  return answer.status
}
