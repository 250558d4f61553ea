import type { Backend, BackendStatus } from './backend.ts'
import type { Batch } from './batch.ts'
import { cString, frame, frameType } from './frames.ts'

const savepoint = 'hub_copy_probe'
const probeEnd = frame(
  'f',
  cString('COPY FROM STDIN in a pipeline is not supported by the embedded database'),
)

/**
 * COPY FROM STDIN. The backend reads all its input in one go (and ends itself when input runs out), so the command
 * is first tried with a CopyFail to learn its CopyInResponse, and run for good once the client has sent its data.
 */
export class CopyIn {
  readonly #batch: Batch
  readonly #data: Buffer[] = []
  #isDataComplete = false

  constructor(batch: Batch) {
    this.#batch = batch
  }

  /** Takes a message of the client; true when the command can be run. */
  add(message: Buffer): boolean {
    const type = frameType(message)
    if ('dcf'.includes(type) && !this.#isDataComplete) this.#data.push(message)
    if (type === 'c' || type === 'f') this.#isDataComplete = true
    return this.#isDataComplete && (this.#batch.end === 'Q' || type === 'S')
  }

  get bytes(): number {
    return this.#data.reduce((sum, message) => sum + message.length, 0)
  }

  /** Runs the command with its data; the client already has the messages up to CopyInResponse. */
  async run(backend: Backend, onFrame: (answer: Buffer) => void): Promise<BackendStatus> {
    const answers: Buffer[] = []
    const end = this.#batch.end === 'S' ? [frame('S')] : []
    const status = await backend.run([...withoutEnd(this.#batch), ...this.#data, ...end], (answer) => {
      answers.push(answer)
    })
    const started = answers.findIndex((answer) => frameType(answer) === 'G')
    for (const answer of answers.slice(started + 1)) onFrame(answer)
    return status
  }
}

/** Tries a batch that may hold COPY FROM STDIN. `copyIn` is set when it does and now waits for data. */
export async function probeCopyIn(
  backend: Backend,
  input: { batch: Batch; status: BackendStatus; onFrame: (answer: Buffer) => void },
): Promise<{ status: BackendStatus; copyIn?: CopyIn }> {
  const { batch, onFrame } = input
  const isPipeline = batch.end === 'H' || input.status === 'open'
  const isInTransaction = input.status === 'T'
  if (isInTransaction) await backend.query(`SAVEPOINT ${savepoint}`)
  let hasStarted = false
  const end = batch.end === 'Q' ? [] : [frame(batch.end)]
  const status = await backend.run([...withoutEnd(batch), probeEnd, ...end], (answer) => {
    if (!hasStarted || isPipeline) onFrame(answer)
    hasStarted ||= frameType(answer) === 'G'
  })
  if (hasStarted && !isPipeline) {
    if (isInTransaction) await backend.query(`ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`)
    return { status: input.status, copyIn: new CopyIn(batch) }
  }
  if (isInTransaction && status === 'T') await backend.query(`RELEASE ${savepoint}`)
  return { status }
}

function withoutEnd(batch: Batch): Buffer[] {
  return batch.end === 'Q' ? batch.frames : batch.frames.slice(0, -1)
}
