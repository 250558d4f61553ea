import { Sender } from 'ws'

declare module 'ws' {
  /** Part of `ws` that its types leave out. */
  const Sender: {
    frame(
      data: Buffer,
      options: { fin: boolean; opcode: number; mask: boolean; readOnly: boolean; rsv1: boolean },
    ): Buffer[]
  }
}

/** Opcode of a text frame (RFC 6455, section 5.2). */
const textOpcode = 1

/** A text message as a server sends it, whole and uncompressed: made once, it is written to any number of sockets. */
export function textFrame(text: string): Buffer {
  const options = { fin: true, opcode: textOpcode, mask: false, readOnly: true, rsv1: false }
  return Buffer.concat(Sender.frame(Buffer.from(text), options))
}
