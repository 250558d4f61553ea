import { setTimeout as sleep } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { ProtocolOperation } from 'ldapts'
import type { Fault, FaultQueue } from './control/faults.ts'
import type { WriteLog } from './control/write-log.ts'
import type { Domain } from './domain.ts'
import { type Answer, perform } from './operations/perform.ts'
import { internalError, protocolError } from './protocol/diagnostics.ts'
import { LdapError, ResultCode } from './protocol/ldap-error.ts'
import { operationCodes } from './protocol/operation-codes.ts'
import { type RequestEnvelope, readMessage, splitMessages } from './protocol/read-message.ts'
import { encodeEntry, encodeReference, encodeResult } from './protocol/write-response.ts'
import type { Session } from './session.ts'

export interface ConnectionContext {
  domain: Domain
  faults: FaultQueue
  writes: WriteLog
}

const noticeOfDisconnection = '1.3.6.1.4.1.1466.20036'

/** Serve one client: requests are answered in the order they came, until unbind, silence or nonsense. */
export function serveConnection(socket: TLSSocket, context: ConnectionContext): void {
  const session: Session = { domain: context.domain, boundGuid: undefined, pages: new Map() }
  let received: Buffer = Buffer.alloc(0)
  let last = Promise.resolve()
  const onFailure = (error: unknown) => {
    process.emitWarning(error instanceof Error ? error : new Error(String(error)))
    socket.destroy()
  }
  socket.setNoDelay(true)
  socket.setTimeout(context.domain.limits.idleMs, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    try {
      const { messages, rest } = splitMessages(Buffer.concat([received, chunk]))
      received = rest
      for (const envelope of messages.map(readMessage)) {
        last = last.then(() => handle({ socket, session, context, envelope })).catch(onFailure)
      }
    } catch (error) {
      disconnect(socket, error)
    }
  })
}

function disconnect(socket: TLSSocket, error: unknown): void {
  const reason = protocolError(error instanceof Error ? error.message : 'cannot decode')
  socket.end(
    encodeResult({
      messageId: 0,
      operation: ProtocolOperation.LDAP_RES_EXTENSION,
      error: reason,
      exop: { oid: noticeOfDisconnection },
    }),
  )
}

interface Handling {
  socket: TLSSocket
  session: Session
  context: ConnectionContext
  envelope: RequestEnvelope
}

async function handle({ socket, session, context, envelope }: Handling): Promise<void> {
  if (socket.destroyed || envelope.operation === ProtocolOperation.LDAP_REQ_ABANDON) return
  if (envelope.operation === ProtocolOperation.LDAP_REQ_UNBIND) {
    socket.end()
    return
  }
  const code = operationCodes[envelope.operation]
  if (!code) {
    disconnect(socket, new Error('unknown operation'))
    return
  }
  const fault = context.faults.take(code.name)
  if (fault?.kind === 'delay') await sleep(fault.ms)
  if (fault?.kind === 'drop' && fault.when === 'before') {
    socket.destroy()
    return
  }
  const { answer, error } = await attempt(fault, () =>
    perform({ name: code.name, session, envelope, writes: context.writes }),
  )
  if (fault?.kind === 'drop') {
    socket.destroy()
    return
  }
  const { messageId } = envelope
  const parts = [
    ...(answer.entries ?? []).map((entry) => encodeEntry(messageId, entry)),
    ...(answer.references ?? []).map((uri) => encodeReference(messageId, uri)),
    encodeResult({ messageId, operation: code.response, ...answer, ...(error && { error }) }),
  ]
  socket.write(Buffer.concat(parts))
}

async function attempt(
  fault: Fault | undefined,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; error?: LdapError }> {
  try {
    if (fault) refuse(fault)
    return { answer: await work() }
  } catch (error) {
    if (error instanceof LdapError) return { answer: {}, error }
    process.emitWarning(error instanceof Error ? error : new Error(String(error)))
    return { answer: {}, error: internalError() }
  }
}

function refuse(fault: Fault): void {
  if (fault.kind === 'busy') {
    throw new LdapError({
      code: ResultCode.busy,
      diagnostic: '0000200E: SvcErr: DSID-0315098A, problem 5001 (BUSY), data 0\n',
    })
  }
  if (fault.kind === 'unavailable') {
    throw new LdapError({
      code: ResultCode.unavailable,
      diagnostic: '0000200F: SvcErr: DSID-0315098A, problem 5002 (UNAVAILABLE), data 0\n',
    })
  }
  if (fault.kind === 'result') throw new LdapError(fault)
}
