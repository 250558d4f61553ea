import {
  type Alert,
  clientsOf,
  decideGroup,
  type EvidenceItem,
  gatherEvidence,
  incidentProgress,
  type Judgement,
  judge,
  type MaintenanceWindow,
  mailsDue,
  type OpenIncident,
  parseNotification,
  type SentMail,
  workingSince,
} from '@hub/workflows'
import { happen, type Post, timeline } from './events.ts'
import { deliveryOf } from './notify.ts'
import { places } from './places.ts'
import type { Effect, Scenario } from './scenario.ts'
import { World } from './world.ts'

/** An incident as the replay made it. */
export interface Made {
  incident: OpenIncident
  judgements: (Judgement & { minute: number })[]
  evidence: EvidenceItem[]
  mails: SentMail[]
  isOver: boolean
  mergedInto: string | null
}

export interface Replayed {
  /** Merged ones included. */
  made: Made[]
  tickets: number
  mails: number
  /** Minute, alert and rule of every decision. */
  log: string[]
}

interface Run {
  scenario: Scenario
  world: World
  maintenance: MaintenanceWindow[]
  made: Made[]
  seen: Set<string>
  recent: Alert[]
  held: Map<string, { alert: Alert; until: number }>
  log: string[]
}

/** How a replay differs from what is written. */
export interface Variation {
  /** Minutes later, so that the polls fall elsewhere. */
  shift?: number
  /** Every notification comes again, over another transport. */
  isRepeated?: true
}

/** Plays a scenario minute by minute through the real decisions, from the notification to the verdict. */
export function replay(written: Scenario, { shift = 0, isRepeated }: Variation = {}): Replayed {
  const scenario = shifted(written, shift)
  const start = Date.parse(scenario.startsAt ?? '2026-03-10T09:00:00Z')
  const world = new World(start)
  const maintenance = (scenario.maintenance ?? []).map((window, index) => ({
    ...window,
    id: `work ${index + 1}`,
    from: world.timeOf(window.from),
    to: world.timeOf(window.to),
  }))
  const run: Run = {
    scenario,
    world,
    maintenance,
    made: [],
    seen: new Set(),
    recent: [],
    held: new Map(),
    log: [],
  }
  const steps = timeline(scenario)
  let posts: Post[] = []
  for (let minute = 0; minute <= scenario.until; minute += 1) {
    for (const step of steps.filter((each) => each.minute > minute - 1 && each.minute <= minute))
      posts.push(...step.effects.flatMap((effect) => happen(effect, { world, minute: step.minute })))
    for (const post of posts.filter(({ at }) => at <= minute)) {
      receive(run, post)
      if (isRepeated && post.via !== 'librenms')
        receive(run, { ...post, via: post.via === 'form' ? 'old' : 'form' })
    }
    posts = posts.filter(({ at }) => at > minute)
    release(run, minute)
    look(run, minute)
  }
  const mails = run.made.flatMap((each) => each.mails.filter(({ phase }) => phase === 'diagnosis'))
  return { made: run.made, tickets: run.made.length, mails: mails.length, log: run.log }
}

function shifted(scenario: Scenario, shift: number): Scenario {
  return {
    ...scenario,
    until: scenario.until + shift,
    steps: scenario.steps.map(
      ([minute, effects]) => [minute + shift, effects.map((effect) => later(effect, shift))] as const,
    ),
    maintenance: (scenario.maintenance ?? []).map((window) => ({
      ...window,
      from: window.from + shift,
      to: window.to + shift,
    })),
  }
}

function later(effect: Effect, shift: number): Effect {
  if (!('travel' in effect) || effect.travel?.deliveredAt === undefined) return effect
  return { ...effect, travel: { ...effect.travel, deliveredAt: effect.travel.deliveredAt + shift } }
}

function receive(run: Run, { at, notice, via }: Post): void {
  const receivedAt = new Date(run.world.timeOf(at))
  const alert = parseNotification(deliveryOf(notice, via), { receivedAt })
  if (run.seen.has(alert.dedupeKey)) return
  run.seen.add(alert.dedupeKey)
  run.recent.push(alert)
  decide(run, { alert, minute: at, isDue: false })
}

function release(run: Run, minute: number): void {
  for (const [key, { alert, until }] of run.held) {
    if (Date.parse(run.world.timeOf(minute)) < until) continue
    run.held.delete(key)
    decide(run, { alert, minute, isDue: true })
  }
}

function decide(run: Run, { alert, minute, isDue }: { alert: Alert; minute: number; isDue: boolean }): void {
  const alive = run.made.filter(({ isOver, mergedInto }) => !isOver && mergedInto === null)
  const decision = decideGroup(
    alert,
    {
      now: run.world.timeOf(minute),
      incidents: alive.map(({ incident }) => incident),
      recent: run.recent,
      held: [...run.held.values()].map((held) => held.alert),
      topology: places,
      maintenance: run.maintenance,
    },
    { isDue },
  )
  run.log.push(`${minute} ${alert.kind} ${alert.device.hostname} ${alert.checker}: ${decision.rule.name}`)
  if ('hold' in decision) run.held.set(alert.dedupeKey, { alert, until: Date.parse(decision.hold) })
  if ('join' in decision) join(run, { id: decision.join, alert, isFlapping: decision.isFlapping ?? false })
  if ('open' in decision) open(run, { alert, minute, ...decision.open })
  if ('merge' in decision) {
    for (const id of decision.merge) merge(run, { id, into: decision.into })
    const into = run.made.find(({ incident }) => incident.id === decision.into)
    if (into) into.incident = { ...into.incident, cause: decision.cause }
    join(run, { id: decision.into, alert, isFlapping: false })
  }
}

function join(run: Run, { id, alert, isFlapping }: { id: string; alert: Alert; isFlapping: boolean }): void {
  const made = run.made.find(({ incident }) => incident.id === id)
  if (made === undefined) throw new Error(`${run.scenario.id}: joins an incident that does not exist`)
  const { incident } = made
  made.incident = {
    ...incident,
    isFlapping: incident.isFlapping || isFlapping,
    alerts: [...incident.alerts, alert],
  }
}

function open(
  run: Run,
  {
    alert,
    minute,
    cause,
    isFlapping,
  }: { alert: Alert; minute: number } & Pick<OpenIncident, 'cause' | 'isFlapping'>,
): void {
  const id = `INC-${String(run.made.length + 1).padStart(3, '0')}`
  const incident = { id, cause, isFlapping, openedAt: run.world.timeOf(minute), alerts: [alert] }
  run.made.push({ incident, judgements: [], evidence: [], mails: [], isOver: false, mergedInto: null })
}

function merge(run: Run, { id, into }: { id: string; into: string }): void {
  const from = run.made.find(({ incident }) => incident.id === id)
  const to = run.made.find(({ incident }) => incident.id === into)
  if (from === undefined || to === undefined)
    throw new Error(`${run.scenario.id}: merges what does not exist`)
  from.mergedInto = into
  to.incident = { ...to.incident, alerts: [...from.incident.alerts, ...to.incident.alerts] }
  to.mails.push(...from.mails)
  from.mails = []
}

/** Looks at every open incident as the workflow would: progress, evidence, verdict, mails. */
function look(run: Run, minute: number): void {
  const now = run.world.timeOf(minute)
  for (const made of run.made.filter(({ isOver, mergedInto }) => !isOver && mergedInto === null)) {
    const facts = {
      ...run.world.facts(minute, run.maintenance),
      logs: run.recent.filter(({ kind }) => kind === 'SYSLOG'),
    }
    const progress = incidentProgress(made.incident, {
      now,
      seenWorking: (alert) => workingSince(alert, facts),
    })
    const recoveredAt = progress.phase === 'failing' ? null : progress.recoveredAt
    const evidence = gatherEvidence(made.incident, facts, { known: made.evidence, recoveredAt })
    made.evidence = [...evidence.items]
    const judgement = judge(evidence)
    made.judgements.push({ ...judgement, minute })
    const { incident, mails } = made
    const question = {
      incident,
      topology: places,
      judgement,
      evidence: evidence.items,
      progress,
      sent: mails,
      now,
    }
    for (const mail of mailsDue(question)) {
      if (!clientsOf(incident.alerts, places).includes(mail.client))
        throw new Error(`${run.scenario.id}: a mail to a stranger`)
      mails.push(mail)
    }
    made.isOver = progress.phase === 'over'
  }
}
