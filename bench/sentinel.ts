import { type Verdict, verdicts } from '@hub/workflows'
import { type Assessed, assess } from './sentinel/assess.ts'
import type { Variation } from './sentinel/replay.ts'
import { scenarioSets } from './sentinel/scenarios.ts'

// node bench/sentinel.ts [tuning|held|fresh|all] [--quiet] [--trace=<id>]: labelled incidents replayed through the real
// decisions of SENTINEL: grouping, verdict and mails, without a model, a database or a network.
const [part = 'all'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isQuiet = process.argv.includes('--quiet')
const traced = process.argv.find((word) => word.startsWith('--trace='))?.slice('--trace='.length)

const labels = [...verdicts, 'NONE'] as const

function printMatrix(results: readonly Assessed[]): void {
  const pairs = results.flatMap(({ pairs: each }) => each)
  console.log(`  ${'right \\ said'.padEnd(14)}${labels.map((label) => label.padStart(12)).join('')}`)
  for (const right of verdicts) {
    const count = (said: Verdict | 'NONE') =>
      pairs.filter((pair) => pair.right === right && pair.said === said).length
    console.log(`  ${right.padEnd(14)}${labels.map((said) => String(count(said)).padStart(12)).join('')}`)
  }
}

function printSummary(name: string, results: readonly Assessed[]): void {
  const pairs = results.flatMap(({ pairs: each }) => each)
  const right = pairs.filter((pair) => pair.right === pair.said).length
  const worst = Math.max(0, ...results.map(({ worstWrong }) => worstWrong))
  const sum = (pick: (result: Assessed) => number) =>
    results.reduce((total, result) => total + pick(result), 0)
  console.log(`${name}: ${results.length} scenarios, ${pairs.length} incidents expected`)
  printMatrix(results)
  const share = ((100 * right) / pairs.length).toFixed(1)
  console.log(
    `  verdict right ${right}/${pairs.length} (${share} %), worst wrong confidence at any minute ${worst.toFixed(2)}`,
  )
  console.log(
    `  incidents: expected ${pairs.length}, made ${sum(({ incidents }) => incidents)}, scenarios grouped wrongly ${results.filter(({ isGroupedRight }) => !isGroupedRight).length}`,
  )
  console.log(
    `  tickets: expected ${sum(({ expectedTickets }) => expectedTickets)}, made ${sum(({ tickets }) => tickets)}; mails: expected ${sum(({ expectedMails }) => expectedMails)}, made ${sum(({ mails }) => mails)}; more than one mail per client and phase: ${sum(({ doubleMails }) => doubleMails)}`,
  )
}

/** The same incidents with other poll times, and with every notification delivered twice. */
function printVariations(name: 'tuning' | 'held' | 'fresh'): void {
  const variations: readonly Variation[] = [
    { shift: 1 },
    { shift: 2 },
    { shift: 3 },
    { shift: 4 },
    { isRepeated: true },
  ]
  for (const variation of variations) {
    const results = scenarioSets[name].map((scenario) => assess(scenario, variation))
    const pairs = results.flatMap(({ pairs: each }) => each)
    const right = pairs.filter((pair) => pair.right === pair.said).length
    const isSame = (result: Assessed) =>
      result.isGroupedRight &&
      result.tickets === result.expectedTickets &&
      result.mails === result.expectedMails
    const worst = Math.max(0, ...results.map(({ worstWrong }) => worstWrong))
    const what = variation.isRepeated ? 'delivered twice' : `polls ${variation.shift} min later`
    console.log(
      `  ${what.padEnd(20)} verdict right ${right}/${pairs.length}, incidents, tickets and mails as expected ${results.filter(isSame).length}/${results.length}, worst wrong confidence ${worst.toFixed(2)}`,
    )
    if (!isQuiet)
      for (const { faults, id } of results)
        if (faults.length > 0) console.log(`    ${id} ${faults.join('; ')}`)
  }
}

for (const name of ['tuning', 'held', 'fresh'] as const) {
  if (part !== 'all' && part !== name) continue
  const results = scenarioSets[name].map((scenario) => assess(scenario))
  if (!isQuiet)
    for (const { faults, id, what } of results)
      if (faults.length > 0) console.log(`  ${id} ${what}\n    ${faults.join('\n    ')}`)
  for (const { id, log } of results) if (id === traced) console.log(log.join('\n'))
  printSummary(name, results)
  printVariations(name)
}
