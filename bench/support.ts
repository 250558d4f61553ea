import { categories, defaultThreshold } from '@hub/workflows'
import {
  changesAccount,
  isAutomatic,
  isIdentityRight,
  isWrongAction,
  type Judged,
  judge,
} from './support/judge.ts'
import type { Labelled } from './support/parse-tickets.ts'
import { confusionOf, f1Of, macroF1 } from './support/scores.ts'
import { judgeWithModel, scriptedModels } from './support/scripted-models.ts'
import { sets } from './support/sets.ts'
import { people } from './support/world.ts'

// node bench/support.ts [tuning|held] [--quiet] [--model]: how well SUPPORT reads labelled tickets, and what it would do
// alone. --model adds scripted language models beside the rules: they measure the merge, not a real model.
const [only] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isQuiet = process.argv.includes('--quiet')
const withModel = process.argv.includes('--model')
const targetF1 = 0.9

/** A VIP's account is always a person's work; the diagnosis of a site is not. */
const isForVip = ({ login, category }: Labelled) =>
  category !== '#DIAG' && people.some((person) => person.login === login && person.isVip)

const share = (part: number, whole: number) =>
  `${part} of ${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`

function printConfusion(all: readonly Judged[]): void {
  const counts = confusionOf(all)
  console.log(
    `  ${'labelled \\ found'.padEnd(17)}${categories.map((name) => name.padStart(10)).join('')}        F1`,
  )
  for (const label of categories) {
    const cells = categories.map((found) => String(counts[label][found]).padStart(10)).join('')
    console.log(`  ${label.padEnd(17)}${cells}${f1Of(counts, label).toFixed(3).padStart(10)}`)
  }
  console.log(`  macro F1 ${macroF1(counts).toFixed(3)}`)
}

function printActions(all: readonly Judged[]): void {
  const wanted = all.filter(
    ({ labelled }) =>
      labelled.category !== 'AUTRE' &&
      labelled.suspicious === null &&
      labelled.whom === 'self' &&
      !labelled.isSeveral &&
      !isForVip(labelled),
  )
  const suspicious = all.filter(({ labelled }) => labelled.suspicious !== null)
  const calm = all.filter(({ labelled }) => labelled.suspicious === null)
  const others = all.filter(({ labelled }) => labelled.whom !== 'self')
  const several = all.filter(({ labelled }) => labelled.isSeveral)
  const accounts = all.filter(
    ({ labelled }) => labelled.category === 'RESET_MDP' || labelled.category === 'DEBLOCAGE',
  )
  const sure = all.filter(({ classification }) => classification.confidence >= defaultThreshold)
  const right = sure.filter(({ labelled, classification }) => labelled.category === classification.category)
  console.log(
    `  at or above ${defaultThreshold}: ${share(sure.length, all.length)}, category right ${share(right.length, sure.length)}`,
  )
  console.log(`  automatic where it could be: ${share(wanted.filter(isAutomatic).length, wanted.length)}`)
  console.log(
    `  automatic on suspicious tickets: ${share(suspicious.filter(isAutomatic).length, suspicious.length)}`,
  )
  console.log(
    `  account changed for other or unknown: ${share(others.filter(changesAccount).length, others.length)}`,
  )
  console.log(
    `  account changed with several requests: ${share(several.filter(changesAccount).length, several.length)}`,
  )
  console.log(
    `  wrong automatic actions: ${share(all.filter(isWrongAction).length, all.filter(isAutomatic).length)}`,
  )
  console.log(
    `  suspicious ones seen: ${share(suspicious.filter(({ suspicion }) => suspicion.isSuspicious).length, suspicious.length)}`,
  )
  console.log(
    `  others held as suspicious: ${share(calm.filter(({ suspicion }) => suspicion.isSuspicious).length, calm.length)}`,
  )
  console.log(`  person right (accounts): ${share(accounts.filter(isIdentityRight).length, accounts.length)}`)
}

function faultsOf(judged: Judged): string[] {
  const { labelled, classification, suspicion, identity, decision } = judged
  const isAccount = labelled.category === 'RESET_MDP' || labelled.category === 'DEBLOCAGE'
  const isWanted =
    isAccount &&
    labelled.suspicious === null &&
    labelled.whom === 'self' &&
    !labelled.isSeveral &&
    !isForVip(labelled)
  return [
    ...(labelled.category === classification.category ? [] : [`category ${classification.category}`]),
    ...((labelled.suspicious !== null) === suspicion.isSuspicious
      ? []
      : [`suspicious ${suspicion.reasons.map(({ rule }) => rule).join(',') || 'no'}`]),
    ...(isAccount && !isIdentityRight(judged) ? [`person ${JSON.stringify(identity)}`] : []),
    ...(isWanted && !isAutomatic(judged) ? [`not done: ${decision.kind}`] : []),
    ...(isWrongAction(judged) ? [`WRONG ${JSON.stringify(decision)}`] : []),
  ]
}

function printFaults(all: readonly Judged[]): void {
  for (const judged of all) {
    const faults = faultsOf(judged)
    if (faults.length === 0) continue
    const { labelled, classification } = judged
    const text = `${labelled.ticket.title} | ${labelled.ticket.text.replace(/\s+/g, ' ').slice(0, 110)}`
    console.log(`  [${labelled.category} ${labelled.whom}] ${text}`)
    const rules = classification.reasons.map(({ rule }) => rule).join(',')
    console.log(
      `      ${faults.join('; ')} (${classification.category} ${classification.confidence} ${rules})`,
    )
  }
}

const isSuspicious = ({ labelled }: Judged) => labelled.suspicious !== null

/** Every scripted model beside the rules, whatever it says, may do no harm. @returns whether none did */
async function printModels(all: readonly Judged[]): Promise<boolean> {
  let isHarmless = true
  for (const model of scriptedModels) {
    const merged = await judgeWithModel(model, all)
    const automatic = merged.filter(isAutomatic)
    const suspicious = automatic.filter(isSuspicious).length
    const wrong = automatic.filter(isWrongAction).length
    console.log(
      `  rules + scripted model "${model}": macro F1 ${macroF1(confusionOf(merged)).toFixed(3)}, automatic ${automatic.length} (rules ${all.filter(isAutomatic).length}), on suspicious ${suspicious}, wrong ${wrong}`,
    )
    if (suspicious > 0) isHarmless = false
  }
  return isHarmless
}

for (const [name, labelled] of Object.entries(sets)) {
  if (only !== undefined && only !== name) continue
  const all = labelled.map(judge)
  console.log(`${name}: ${all.length} tickets`)
  printConfusion(all)
  for (const language of ['fr', 'en'] as const) {
    const part = all.filter(({ classification }) => classification.language === language)
    console.log(
      `  macro F1 of the ${part.length} read as ${language}: ${macroF1(confusionOf(part)).toFixed(3)}`,
    )
  }
  printActions(all)
  const times = all.map(({ ms }) => ms).toSorted((a, b) => a - b)
  console.log(
    `  ms per ticket: p50 ${(times[times.length >> 1] ?? 0).toFixed(2)}, most ${(times.at(-1) ?? 0).toFixed(2)}`,
  )
  if (!isQuiet) printFaults(all)
  const isHarmless = !all.some((judged) => isSuspicious(judged) && isAutomatic(judged))
  const isModelHarmless = !withModel || (await printModels(all))
  if (macroF1(confusionOf(all)) < targetF1 || !isHarmless || !isModelHarmless) process.exitCode = 1
}
