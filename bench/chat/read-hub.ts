/** What is done with an answer of the Hub. */
export interface HubReading {
  onText(text: string): void
  /** Opens the stream of the answer again, after an event. */
  resume(messageId: string, lastId: number): Promise<Response>
}

interface Position {
  messageId: string
  lastId: number
  isDone: boolean
}

/** Streams in a row that bring nothing, at most: then nobody writes this answer any more. */
const mostIdle = 20
const pauseMs = 50

/**
 * Reads an answer of the Hub to its end. A reader that was sent away, for reading too slowly for instance, goes on
 * after the last event that it has read whole, as the web app does. @returns how often it went on
 */
export async function readHub(first: Response, reading: HubReading): Promise<number> {
  const at: Position = { messageId: '', lastId: 0, isDone: false }
  let resumes = 0
  let idle = 0
  for (let answer = first; ; resumes += 1) {
    const from = at.lastId
    // A broken line is no news here: what counts is whether the answer can be read on.
    await readStream(answer, at, reading).catch((error: unknown) => {
      if (!(error instanceof TypeError)) throw error
    })
    if (at.isDone) return resumes
    idle = at.lastId > from ? 0 : idle + 1
    if (idle === mostIdle || at.messageId === '') throw new Error(`hub: ended at event ${at.lastId}`)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    answer = await reading.resume(at.messageId, at.lastId)
    if (!answer.ok) throw new Error(`hub: HTTP ${answer.status} ${await answer.text()}`)
  }
}

async function readStream(answer: Response, at: Position, { onText }: HubReading): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of answer.body ?? []) {
    const events = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) readEvent(event, at, onText)
  }
}

/** One whole event: what was cut by a broken line is told again. */
function readEvent(event: string, at: Position, onText: (text: string) => void): void {
  const [, type, id, data] = /^event: (\w+)\nid: (\d+)\ndata: (.*)$/.exec(event) ?? []
  if (!type || !data) return
  at.lastId = Number(id)
  if (type === 'start') at.messageId = (JSON.parse(data) as { messageId: string }).messageId
  else if (type === 'delta') onText((JSON.parse(data) as { text: string }).text)
  else at.isDone ||= type === 'done'
}
