import type { ChatMessage, ToolCall } from '@hub/llm'
import { callOne } from './call-one.ts'
import { refuseCall } from './tool-message.ts'
import { isRead, type ToolWork } from './tool-work.ts'

/** Calls of one round that run, at most: a runaway model does not become a flood on the systems. */
const maxCalls = 16
const tooMany = `At most ${maxCalls} calls run at once. This one did not run.`

/** Reads of one round run side by side, effects one after the other; each answer goes back as quoted data. */
export async function callTools(work: ToolWork, calls: ToolCall[]): Promise<ChatMessage[]> {
  const known = work.citations.sources.length
  let effects: Promise<unknown> = Promise.resolve()
  const messages = await Promise.all(
    calls.map((call, index) => {
      if (index >= maxCalls) return refuseCall(call, tooMany)
      const tool = work.offered.get(call.name)
      if (!tool || isRead(tool)) return callOne(work, call)
      const running = effects.then(() => callOne(work, call))
      effects = running.catch(() => undefined) // told by the call itself
      return running
    }),
  )
  if (work.citations.sources.length > known)
    work.stream.emit({ type: 'sources', items: work.citations.sources })
  return messages
}
