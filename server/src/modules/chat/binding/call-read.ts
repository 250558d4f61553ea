import { randomUUID } from 'node:crypto'
import type { LocalizedText, ToolDescriptor } from '@hub/contracts'
import type { ToolSession } from '@hub/kernel'
import type { z } from 'zod'

/** What a read gave, or the sentence that says why it gave nothing. */
export type ReadResult<T> = { data: T } | { problem: LocalizedText }

const late: LocalizedText = { fr: 'Pas de réponse à temps.', en: 'No answer in time.' }

const unreadable: LocalizedText = {
  fr: 'La réponse n’a pas la forme attendue.',
  en: 'The answer has another form than expected.',
}

/** Calls one reading tool in the name of the session's user; a system that is ill is told as data. */
export async function callRead<In extends z.ZodObject, Out extends z.ZodType>(
  session: ToolSession,
  descriptor: ToolDescriptor<In, Out>,
  call: { arguments: z.input<In>; signal: AbortSignal },
): Promise<ReadResult<z.infer<Out>>> {
  try {
    const answer = await session.call({ name: descriptor.name, ...call, callId: randomUUID() })
    if (!('outcome' in answer)) return { problem: answer.summary }
    const parsed = descriptor.output.safeParse(answer.outcome.data)
    return parsed.success ? { data: parsed.data } : { problem: unreadable }
  } catch (error) {
    if (!call.signal.aborted) throw error
    return { problem: late }
  }
}
