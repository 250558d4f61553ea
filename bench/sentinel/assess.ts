import type { Verdict } from '@hub/workflows'
import { type Made, replay, type Variation } from './replay.ts'
import type { Scenario } from './scenario.ts'

/** What a replay gave against its labels. */
export interface Assessed {
  id: string
  what: string
  pairs: { right: Verdict; said: Verdict | 'NONE' }[]
  incidents: number
  tickets: number
  expectedTickets: number
  mails: number
  expectedMails: number
  doubleMails: number
  isGroupedRight: boolean
  /** The highest confidence of a verdict that was not the right one, at any minute. */
  worstWrong: number
  faults: string[]
  log: string[]
}

/** Replays a scenario and compares; the last verdict of an incident is the one that counts. */
export function assess(scenario: Scenario, variation: Variation = {}): Assessed {
  const { made, tickets, mails, log } = replay(scenario, variation)
  const { expect } = scenario
  const alive = made.filter(({ mergedInto }) => mergedInto === null)
  const found = expect.incidents.map(({ about, verdict }) => ({
    about,
    right: verdict,
    made: alive.find((each) => concerns(each, about)),
  }))
  const distinct = new Set(found.map((each) => each.made))
  const isGroupedRight =
    alive.length === expect.incidents.length &&
    distinct.size === expect.incidents.length &&
    found.every((each) => each.made !== undefined)
  const pairs = found.map(({ right, made: one }) => ({
    right,
    said: one?.judgements.at(-1)?.verdict ?? ('NONE' as const),
  }))
  const wrong = found.flatMap(({ right, made: one }) =>
    (one?.judgements ?? []).filter(({ verdict }) => verdict !== right),
  )
  const worstWrong = Math.max(0, ...wrong.map(({ confidence }) => confidence))
  return {
    id: scenario.id,
    what: scenario.what,
    pairs,
    incidents: alive.length,
    tickets,
    expectedTickets: expect.tickets,
    mails,
    expectedMails: expect.mails,
    doubleMails: alive.reduce((sum, each) => sum + doubles(each), 0),
    isGroupedRight,
    worstWrong,
    faults: [
      ...found
        .filter(({ right, made: one }) => one?.judgements.at(-1)?.verdict !== right)
        .map(({ about, right, made: one }) => `${about}: ${right} expected, said ${told(one)}`),
      ...(isGroupedRight
        ? []
        : [
            `${expect.incidents.length} incidents expected, made ${alive.map(({ incident }) => JSON.stringify(incident.cause)).join(' ')}`,
          ]),
      ...(tickets === expect.tickets ? [] : [`${expect.tickets} tickets expected, made ${tickets}`]),
      ...(mails === expect.mails ? [] : [`${expect.mails} mails expected, made ${mails}`]),
      ...(worstWrong > 0.9 ? [`wrong with confidence ${worstWrong}`] : []),
    ],
    log: [
      ...log,
      ...alive.flatMap(({ incident, judgements }) =>
        judgements.map(
          ({ minute, verdict, confidence, rules }) =>
            `${incident.id} ${minute} ${verdict} ${confidence} ${rules.map(({ name, weight }) => `${name}:${weight}`).join(' ')}`,
        ),
      ),
    ],
  }
}

function concerns({ incident }: Made, about: string): boolean {
  return incident.alerts.some(({ device }) => device.hostname === about)
}

function told(made: Made | undefined): string {
  const last = made?.judgements.at(-1)
  if (last === undefined) return 'nothing'
  return `${last.verdict} ${last.confidence} by ${last.rules.map(({ name, weight }) => `${name} ${weight}`).join(', ')}`
}

function doubles({ mails }: Made): number {
  return mails.length - new Set(mails.map(({ client, phase }) => `${client}|${phase}`)).size
}
