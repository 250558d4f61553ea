import { askIn } from './ask-in.ts'
import type { Lab } from './open-lab.ts'
import { joined, type Recorded, takeRecord } from './recorder.ts'
import { type Shape, textOf } from './texts.ts'

export interface AnswerFigures {
  tookMs: number
  whole: Recorded
  ending: Recorded
}

const beforeEndMs = 2_000
const wordsPerSecond = 600

/** Streams one long answer into an empty conversation. */
export async function measureAnswer(
  lab: Lab,
  { words, shape }: { words: number; shape: Shape },
): Promise<AnswerFigures> {
  const id = crypto.randomUUID()
  lab.server.stored.set(id, [])
  Object.assign(lab.server.next, { text: textOf(shape, words), wordsPerSecond })
  const page = await lab.open(`/wibot/${id}`)
  await page.getByLabel('Message to WIBOT').waitFor()
  await page.waitForTimeout(500)
  await takeRecord(page)
  const begun = performance.now()
  const answered = askIn(page, 'Raconte tout')
  await page.waitForTimeout((words / wordsPerSecond) * 1000 - beforeEndMs)
  const most = await takeRecord(page)
  await answered
  await page.waitForTimeout(1_000)
  const tookMs = performance.now() - begun
  const ending = await takeRecord(page)
  await page.context().close()
  return { tookMs, whole: joined(most, ending), ending }
}
