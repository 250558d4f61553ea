import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { textFrame } from './text-frame.ts'

it.each([0, 1, 125, 126, 65_535, 65_536])(
  '%i characters arrive as one text, in their place',
  async (length) => {
    const text = 'x'.repeat(length)
    const http = createServer().listen(0, '127.0.0.1')
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
    http.on('upgrade', (req, stream, head) => {
      sockets.handleUpgrade(req, stream, head, (socket) => {
        socket.send('first')
        socket.ping('between')
        stream.write(textFrame(text))
        stream.write(textFrame('été'))
        socket.close(1000)
      })
    })
    await once(http, 'listening')
    const heard: unknown[] = []
    const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
    client.on('message', (data, isBinary) => heard.push(isBinary ? data : String(data)))
    client.on('ping', (data) => heard.push(`ping ${data}`))
    const [code] = await once(client, 'close')
    http.close()
    expect(code).toBe(1000)
    expect(heard).toEqual(['first', 'ping between', text, 'été'])
  },
)
