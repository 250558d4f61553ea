import { verifyAudit } from '@hub/safeguard'
import { BrokenPromise } from './allow.ts'
import type { Arena } from './arena.ts'
import type { AttackKind } from './attack-kind.ts'
import { hostileModel } from './attacks/chat.ts'
import { forgedIdentity } from './attacks/forged-identity.ts'
import { grantEdges } from './attacks/grants.ts'
import { brokenArguments, hugeArguments, lyingArguments, lyingEnvelope } from './attacks/lies.ts'
import { lookAlikeName, unknownTool } from './attacks/names.ts'
import { plantedText } from './attacks/planted.ts'
import {
  manyExecutors,
  manyQuestions,
  replayedCall,
  swappedTarget,
  yesAgainstCancel,
} from './attacks/races.ts'
import { aboveRights, gatedAction, readData, smallWrite, splitAction, stolenKey } from './attacks/rights.ts'
import { borrowedApproval, openedLink, otherMethod, wrongDoor } from './attacks/routes.ts'
import { findSecrets } from './find-secrets.ts'
import { honestAsk, honestDecision, honestReveal } from './honest.ts'
import type { Sent } from './ledger.ts'
import { newProgress, settle } from './settle.ts'

const kinds: readonly AttackKind[] = [
  forgedIdentity,
  lookAlikeName,
  unknownTool,
  lyingArguments,
  lyingEnvelope,
  brokenArguments,
  hugeArguments,
  aboveRights,
  gatedAction,
  smallWrite,
  readData,
  splitAction,
  stolenKey,
  wrongDoor,
  openedLink,
  otherMethod,
  borrowedApproval,
  manyQuestions,
  yesAgainstCancel,
  manyExecutors,
  swappedTarget,
  replayedCall,
  grantEdges,
  plantedText,
  hostileModel,
  honestAsk,
  honestDecision,
  honestReveal,
]
const totalWeight = kinds.reduce((sum, { weight }) => sum + weight, 0)

/** Steps that run beside each other. */
const lanes = 6
/** Steps between two looks at everything. */
const roundSteps = 250

/**
 * Plays so many steps against the Hub and compares, every now and then and at the end, what the systems show with what
 * people allowed.
 * @throws BrokenPromise with the steps that led there
 */
export async function play(arena: Arena, steps: number): Promise<void> {
  const progress = newProgress()
  const first = [...kinds, ...kinds]
  for (let done = 0; done < steps; done += roundSteps) {
    try {
      await playRound(arena, { count: Math.min(roundSteps, steps - done), first })
      await settle(arena, progress)
    } catch (error) {
      throw withSteps(arena, error)
    }
    arena.ledger.steps.length = 0
    arena.ledger.sent.length = 0
  }
  const leaks = await findSecrets(arena)
  if (leaks.length > 0) throw new BrokenPromise(`secrets in clear: ${leaks.join(', ')}`)
  if (!(await verifyAudit(arena.hub.db)).isIntact) throw new BrokenPromise('the audit chain is broken')
}

/** @param first kinds to play before any is drawn, so that none is left out; it is used up */
async function playRound(
  arena: Arena,
  { count, first }: { count: number; first: AttackKind[] },
): Promise<void> {
  let left = count
  const lane = async () => {
    while (left-- > 0) await playStep(arena, first.pop() ?? drawKind(arena))
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  const failed = ended.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

function drawKind({ draw }: Arena): AttackKind {
  let at = draw.fraction() * totalWeight
  for (const kind of kinds) {
    at -= kind.weight
    if (at < 0) return kind
  }
  return forgedIdentity
}

async function playStep(arena: Arena, kind: AttackKind): Promise<void> {
  const begun = performance.now()
  const { counts, steps } = arena.ledger
  const sent: Sent[] = []
  try {
    await kind.run({ ...arena, ledger: { ...arena.ledger, sent } })
  } finally {
    const known = counts.get(kind.name) ?? { attempts: 0, ms: 0 }
    const ms = known.ms + performance.now() - begun
    counts.set(kind.name, { attempts: known.attempts + 1, ms })
    arena.ledger.sent.push(...sent)
    steps.push(`${kind.name}: ${sent.map(wordsOf).join(' | ')}`)
  }
}

function wordsOf({ victim, tool, args, status, approvalId }: Sent): string {
  const given = JSON.stringify(args)?.slice(0, 200)
  return `${victim.name} ${tool.slice(0, 80)} ${given} -> ${status} ${approvalId ?? ''}`
}

function withSteps({ ledger, draw }: Arena, error: unknown): Error {
  const told = error instanceof Error ? error.message : String(error)
  const last = ledger.steps.slice(-60).join('\n')
  return new BrokenPromise(`seed ${draw.seed}: ${told}\nthe steps before:\n${last}`, { cause: error })
}

/** How often each kind was tried and how long one took, most time first. */
export function figuresOf({ ledger, draw }: Arena): string {
  const rows = [...ledger.counts].sort(([, a], [, b]) => b.ms - a.ms)
  const lines = rows.map(
    ([name, { attempts, ms }]) => `  ${name}: ${attempts}, ${(ms / attempts).toFixed(1)} ms each`,
  )
  const statuses = [...ledger.statuses].map(([status, count]) => `${count} ${status}`).join(', ')
  return [
    `seed ${draw.seed}; calls: ${statuses}; ${ledger.saidYes.size} requests approved by people`,
    ...lines,
  ].join('\n')
}
