import type { GlpiCall, GlpiReply } from '../call.ts'
import { GlpiError } from '../glpi-error.ts'
import { addedMessage, type Input, WriteRefused } from '../items/write-context.ts'
import { writerOf } from '../items/writers.ts'
import type { Itemtype } from '../itemtypes.ts'
import { isOn } from '../php-query.ts'
import { createVisibility } from '../visibility.ts'

type Outcome = { isDone: boolean; id: number | false; message: string }

const isInput = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The `input` wrapper as a list; throws ERROR_BAD_ARRAY without it. */
function inputsOf(call: GlpiCall): { inputs: Input[]; isBulk: boolean } {
  const { input } = call.body
  const isBulk = Array.isArray(input)
  const inputs = (isBulk ? input : [input]).filter(isInput)
  if (inputs.length === 0) {
    throw new GlpiError(400, 'ERROR_BAD_ARRAY', "Le paramètre 'input' doit être un tableau d'objets")
  }
  return { inputs, isBulk }
}

function attempt(run: () => Outcome): Outcome {
  try {
    return run()
  } catch (error) {
    if (error instanceof WriteRefused) return { isDone: false, id: false, message: error.message }
    throw error
  }
}

function settle(
  action: 'ADD' | 'UPDATE' | 'DELETE',
  outcomes: Outcome[],
  results: unknown,
  isBulk: boolean,
): void {
  const failed = outcomes.filter((outcome) => !outcome.isDone).length
  if (failed === 0) return
  if (failed < outcomes.length) throw new GlpiError(207, `ERROR_GLPI_PARTIAL_${action}`, results)
  throw new GlpiError(400, `ERROR_GLPI_${action}`, isBulk ? results : (outcomes[0]?.message ?? null))
}

/** POST /:itemtype (1.7). */
export function addItems(call: GlpiCall, type: Itemtype): GlpiReply {
  const { inputs, isBulk } = inputsOf(call)
  const writer = writerOf(type)
  const outcomes = inputs.map((input) =>
    attempt(() => {
      const id = writer.add(call, input)
      const name = String(call.server.db.find(type, id)?.name ?? `${type} ${id}`)
      return { isDone: true, id, message: isBulk ? '' : addedMessage(type, id, name) }
    }),
  )
  const results = outcomes.map(({ id, message }) => ({ id, message }))
  settle('ADD', outcomes, results, isBulk)
  const urls = results.map(({ id }) => `${call.baseUrl}/${type}/${id}`)
  return isBulk
    ? { status: 201, body: results, headers: { Link: urls.join(',') } }
    : { status: 201, body: results[0], headers: { Location: urls[0] ?? '' } }
}

const keyed = ({ id, isDone, message }: Outcome) => ({ [String(id)]: isDone, message })

/** PUT or PATCH, with the id in the path or in each input; unknown ids drop out of a bulk silently. */
export function updateItems(call: GlpiCall, type: Itemtype): GlpiReply {
  const { inputs, isBulk } = inputsOf(call)
  const writer = writerOf(type)
  const isVisible = createVisibility(call)
  const outcomes = inputs.flatMap((input) => {
    const id = Number(call.path[1] ?? input.id)
    const row = call.server.db.find(type, id)
    if (!row || !isVisible(type, row)) return []
    const outcome = attempt(() => {
      writer.update(call, row, input)
      return { isDone: true, id, message: '' }
    })
    return [{ ...outcome, id }]
  })
  if (outcomes.length === 0 && !isBulk) throw new GlpiError(400, 'ERROR_GLPI_UPDATE', null)
  settle('UPDATE', outcomes, outcomes.map(keyed), isBulk)
  return { status: 200, body: outcomes.map(keyed) }
}

/** DELETE: to the bin, or for good with force_purge. */
export function deleteItems(call: GlpiCall, type: Itemtype): GlpiReply {
  const isBulk = call.path[1] === undefined
  const inputs = isBulk ? inputsOf(call).inputs : [{ id: call.path[1] }]
  const writer = writerOf(type)
  const isVisible = createVisibility(call)
  const isPurge = isOn(call.query, 'force_purge') || call.body.force_purge === true
  const outcomes = inputs.map((input): Outcome => {
    const id = Number(input.id)
    const row = call.server.db.find(type, id)
    if (!row || !isVisible(type, row)) return { isDone: false, id, message: 'Élément introuvable' }
    writer.remove(call, row, isPurge)
    return { isDone: true, id, message: '' }
  })
  settle('DELETE', outcomes, outcomes.map(keyed), isBulk)
  return { status: 200, body: outcomes.map(keyed) }
}
