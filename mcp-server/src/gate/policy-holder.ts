import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ValidationError } from '@hub/contracts'
import {
  clearPolicyProblem,
  type LoadedPolicy,
  parsePolicy,
  recordPolicy,
  recordPolicyProblem,
  type SafeguardContext,
} from '@hub/safeguard'

/** The policy of this process, which follows its file. */
export interface PolicyHolder {
  /** The policy in force. A call takes it once and is weighed with nothing else. */
  current(): LoadedPolicy
  /** What is wrong with the file, while the policy of before stays in force. */
  problem(): string | null
  close(): Promise<void>
}

interface PolicySource {
  /** The policy of the start. */
  first: LoadedPolicy
  /** Without a file the first policy is in force for good. */
  file: string | undefined
  lookEveryMs?: number
}

/**
 * Puts the first policy on record, and looks at its file every second. Looking needs no support of the file system:
 * it sees renames, links and network folders alike.
 */
export async function openPolicyHolder(
  ctx: SafeguardContext,
  { first, file, lookEveryMs = 1_000 }: PolicySource,
): Promise<PolicyHolder> {
  const held: Held = {
    reporter: randomUUID(),
    current: first,
    problem: null,
    saidAt: 0,
    seen: undefined,
    judged: undefined,
  }
  await recordPolicy(ctx, held.current)
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const lookAgain = (path: string) => {
    timer = setTimeout(() => {
      looking = look(ctx, held, path)
        .catch((err: unknown) => ctx.log.error({ err }, 'the policy could not be renewed'))
        .finally(() => timer && lookAgain(path))
    }, lookEveryMs)
  }
  if (file !== undefined) lookAgain(file)
  return {
    current: () => held.current,
    problem: () => held.problem,
    async close() {
      clearTimeout(timer)
      timer = undefined
      await looking
      await clearPolicyProblem(ctx, held.reporter)
    },
  }
}

interface Held {
  /** Names this process among those that look at the same file, or at one of their own. */
  reporter: string
  current: LoadedPolicy
  problem: string | null
  /** When the problem was said last, by the clock of the process. */
  saidAt: number
  /** What the last look found; null when the file could not be read. */
  seen: string | null | undefined
  /** What the policy or the problem is made of. */
  judged: string | null | undefined
}

/** How often a process says that its file is still bad: others take its silence for its end. */
const sayAgainMs = 10_000

/** A text counts once two looks have found the same: half a file may be a whole policy with fewer rules. */
async function look(ctx: SafeguardContext, held: Held, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const isSteady = text === held.seen
  held.seen = text
  if (!isSteady) return
  if (text === held.judged) return sayAgain(ctx, held, text)
  const judged = judge(text)
  if ('problem' in judged) await keep(ctx, held, { file, text, problem: judged.problem })
  else await take(ctx, held, judged)
  held.judged = text
}

async function sayAgain(ctx: SafeguardContext, held: Held, text: string | null): Promise<void> {
  if (held.problem === null || performance.now() - held.saidAt < sayAgainMs) return
  await say(ctx, held, { text, problem: held.problem })
}

function judge(text: string | null): LoadedPolicy | { problem: string } {
  if (text === null) return { problem: 'the file cannot be read' }
  try {
    return parsePolicy(text)
  } catch (error) {
    if (error instanceof ValidationError) return { problem: error.message }
    throw error
  }
}

/** On record first: nothing is weighed with a policy that the audit does not know. */
async function take(ctx: SafeguardContext, held: Held, loaded: LoadedPolicy): Promise<void> {
  if (loaded.version === held.current.version && held.problem === null) return
  await recordPolicy(ctx, loaded)
  await clearPolicyProblem(ctx, held.reporter)
  ctx.log.info({ from: held.current.version, to: loaded.version }, 'policy in force')
  held.current = loaded
  held.problem = null
}

async function keep(
  ctx: SafeguardContext,
  held: Held,
  { file, text, problem }: { file: string; text: string | null; problem: string },
): Promise<void> {
  await say(ctx, held, { text, problem })
  if (held.problem !== problem)
    ctx.log.error({ file, problem, inForce: held.current.version }, 'bad policy file: the one before stays')
  held.problem = problem
}

async function say(
  ctx: SafeguardContext,
  held: Held,
  { text, problem }: { text: string | null; problem: string },
): Promise<void> {
  await recordPolicyProblem(ctx, {
    reporter: held.reporter,
    message: problem,
    fileHash: text === null ? null : createHash('sha256').update(text).digest('hex').slice(0, 16),
    version: held.current.version,
  })
  held.saidAt = performance.now()
}
