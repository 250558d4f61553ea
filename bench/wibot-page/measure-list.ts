import type { Page } from '@playwright/test'
import { askIn } from './ask-in.ts'
import { messageOf } from './conversation.ts'
import type { Lab } from './open-lab.ts'
import { type Recorded, takeRecord } from './recorder.ts'
import { textOf } from './texts.ts'

export interface ListFigures {
  readMs: number
  reading: Recorded
  scrolling: Recorded
  answering: Recorded
  elements: number
  heapMb: number
}

const id = '11111111-1111-4111-8111-111111111111'
const pane = `document.querySelector('section[tabindex="0"]')`

/** Reads a whole conversation by scrolling up, scrolls through it and has a question answered at its end. */
export async function measureList(lab: Lab, count: number): Promise<ListFigures> {
  lab.server.stored.set(id, storedMessages(count))
  const page = await lab.open(`/wibot/${id}`)
  await page
    .getByText(`Question ${count / 2} `)
    .first()
    .waitFor()
  await takeRecord(page)
  const begun = performance.now()
  await readAll(page)
  const readMs = performance.now() - begun
  const reading = await takeRecord(page)
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const heapMb = (await page.evaluate<number>('performance.memory.usedJSHeapSize')) / 1_048_576
  const elements = await page.evaluate<number>(`document.querySelectorAll('*').length`)
  await takeRecord(page)
  await scrollThrough(page)
  const scrolling = await takeRecord(page)
  await page.evaluate(`${pane}.scrollTop = ${pane}.scrollHeight`)
  lab.server.next.text = textOf('mixed', 2_000)
  await takeRecord(page)
  await askIn(page, 'Et maintenant ?')
  const answering = await takeRecord(page)
  await page.context().close()
  return { readMs, reading, scrolling, answering, elements, heapMb }
}

function storedMessages(count: number) {
  return Array.from({ length: count }, (_, rank) =>
    rank % 2 === 0
      ? messageOf(id, { role: 'user', content: `Question ${rank / 2 + 1} : what about desk ${rank} ?` })
      : messageOf(id, { content: textOf('mixed', rank % 10 === 1 ? 330 : 165) }),
  )
}

// As a hurried reader: to the top again and again until the first message is there.
async function readAll(page: Page): Promise<void> {
  const first = page.getByText('Question 1 :')
  while ((await first.count()) === 0) {
    await page.evaluate(`${pane}.scrollTop = 0`)
    await page.waitForTimeout(30)
  }
}

function scrollThrough(page: Page): Promise<void> {
  return page.evaluate(`new Promise((resolve) => {
    const pane = ${pane}
    let left = 400
    const step = () => {
      pane.scrollTop += 140
      left -= 1
      if (left > 0) requestAnimationFrame(step)
      else resolve()
    }
    step()
  })`)
}
