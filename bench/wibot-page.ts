import { measureAnswer } from './wibot-page/measure-answer.ts'
import { measureList } from './wibot-page/measure-list.ts'
import { openLab } from './wibot-page/open-lab.ts'
import { describe } from './wibot-page/recorder.ts'

// The WIBOT screen in a real Chromium, on the built page (run `node scripts/prepare.ts` before) and a scripted server:
// frame times, tasks over 50 ms and layout shifts while a conversation of 5 000 messages is scrolled and answered in,
// and while an answer of 20 000 words streams at 600 words a second.

const lab = await openLab()
try {
  const list = await measureList(lab, 5_000)
  console.log(
    `5 000 messages read by scrolling up in ${(list.readMs / 1000).toFixed(1)} s: ${describe(list.reading)}`,
  )
  console.log(`  ${list.elements} elements in the page, ${list.heapMb.toFixed(0)} MB of JavaScript heap`)
  console.log(`  scrolled through: ${describe(list.scrolling)}`)
  console.log(`  answered at the end: ${describe(list.answering)}`)
  for (const shape of ['mixed', 'paragraph', 'list', 'code'] as const) {
    const { tookMs, whole, ending } = await measureAnswer(lab, { words: 20_000, shape })
    console.log(`20 000 words, ${shape}, in ${(tookMs / 1000).toFixed(1)} s: ${describe(whole)}`)
    console.log(`  its last 2 s and its ending: ${describe(ending)}`)
  }
} finally {
  await lab.close()
}
