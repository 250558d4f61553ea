import { ProtocolViolation } from './frame-reader.ts'
import { readCString } from './frames.ts'

export type StartupPacket =
  | { kind: 'encryption' }
  | { kind: 'cancel' }
  | { kind: 'startup'; parameters: Map<string, string> }

const sslRequest = 80877103
const gssRequest = 80877104
const cancelRequest = 80877102

/** Reads the untyped first packet of a connection. @throws ProtocolViolation for anything else than protocol 3 */
export function parseStartupPacket(packet: Buffer): StartupPacket {
  const code = packet.readInt32BE(4)
  if (code === sslRequest || code === gssRequest) return { kind: 'encryption' }
  if (code === cancelRequest) return { kind: 'cancel' }
  if (code >> 16 !== 3)
    throw new ProtocolViolation('unsupported frontend protocol: this server speaks protocol 3')
  return { kind: 'startup', parameters: parseParameters(packet) }
}

function parseParameters(packet: Buffer): Map<string, string> {
  const parameters = new Map<string, string>()
  for (let offset = 8; offset < packet.length && packet[offset] !== 0; ) {
    const name = readCString(packet, offset)
    const value = name && readCString(packet, name.next)
    if (!name || !value) throw new ProtocolViolation('invalid startup packet layout')
    parameters.set(name.text, value.text)
    offset = value.next
  }
  return parameters
}

/** Run-time settings asked for at start: named parameters and `options=-c name=value`. */
export function startupSettings(parameters: Map<string, string>): Map<string, string> {
  const notSettings = new Set(['user', 'database', 'options', 'replication', 'application_name'])
  const settings = new Map<string, string>()
  for (const [name, value] of parameters) {
    const isDefault = name === 'client_encoding' && /^['"]?utf-?8['"]?$/i.test(value)
    if (!notSettings.has(name) && !name.startsWith('_pq_.') && !isDefault) settings.set(name, value)
  }
  const options = (parameters.get('options') ?? '').match(/(?:\\.|\S)+/g) ?? []
  for (const word of options.map((text) => text.replace(/\\(.)/g, '$1'))) {
    const assignment = /^(?:-c|--)?([\w.-]+)=(.*)$/s.exec(word)
    if (assignment?.[1]) settings.set(assignment[1].replaceAll('-', '_'), assignment[2] ?? '')
  }
  return settings
}
