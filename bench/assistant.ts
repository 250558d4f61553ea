import { judge, type Verdict } from './assistant/judge.ts'
import { type Played, play } from './assistant/play.ts'
import { type Labelled, readUtterances } from './assistant/read-utterances.ts'

// node bench/assistant.ts [tuning|held|fresh|all] [--quiet]: how well the built-in assistant understands a service desk.
const [part = 'all'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isQuiet = process.argv.includes('--quiet')

interface Result extends Verdict {
  labelled: Labelled
  played: Played
}

async function run(labelled: Labelled): Promise<Result> {
  const played = await play(labelled)
  return { labelled, played, ...judge(labelled, played) }
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`.padStart(7)

function printLine(name: string, results: Result[]): void {
  const intents = results.filter(({ intentRight }) => intentRight).length
  const args = results.filter((result) => result.intentRight && result.argumentsRight).length
  console.log(
    `  ${name.padEnd(16)} ${String(results.length).padStart(4)}  intent ${percent(intents, results.length)}  intent and arguments ${percent(args, results.length)}`,
  )
}

function printGroups(results: Result[], groupOf: (labelled: Labelled) => string): void {
  for (const [name, group] of Map.groupBy(results, ({ labelled }) => groupOf(labelled)))
    printLine(name, group)
}

function printMisses(results: Result[]): void {
  for (const { labelled, played, intentRight, argumentsRight } of results) {
    if (intentRight && argumentsRight) continue
    const before = labelled.after.map((text) => `${text} > `).join('')
    const calls = played.calls
      .map(({ tool, arguments: args }) => `${tool} ${JSON.stringify(args)}`)
      .join('; ')
    const expected = `${labelled.intent} ${JSON.stringify(labelled.asks ? 'asks' : (labelled.call ?? ''))}`
    console.log(`  [${labelled.theme}] ${before}${labelled.text}`)
    console.log(`      expected ${expected}`)
    console.log(`      got      ${played.intentId} ${calls || JSON.stringify(played.text.slice(0, 90))}`)
  }
}

function printTimes(name: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2)
  console.log(`  ${name.padEnd(16)} p50 ${at(0.5)}  p99 ${at(0.99)}  most ${at(1)}`)
}

function report(name: string, results: Result[]): void {
  console.log(`${name}:`)
  printLine('all', results)
  printGroups(results, ({ language }) => language)
  printGroups(results, ({ theme }) => theme)
  printGroups(results, ({ typo }) => (typo ? 'with slips' : 'without slips'))
  printGroups(results, ({ after }) => (after.length > 0 ? 'follow-ups' : 'first sentences'))
  printTimes(
    'ms to understand',
    results.map(({ played }) => played.understandMs),
  )
  printTimes(
    'ms per answer',
    results.flatMap(({ played }) => played.roundMs),
  )
  if (!isQuiet) printMisses(results)
}

const parts = part === 'all' ? ['tuning', 'held', 'fresh'] : [part]
const all: Result[] = []
for (const name of parts) {
  const results: Result[] = []
  for (const labelled of readUtterances(name)) results.push(await run(labelled))
  report(name, results)
  all.push(...results)
}
if (parts.length > 1) {
  console.log('whole set:')
  printLine('all', all)
}
