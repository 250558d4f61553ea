import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

// What the Hub is compared with: no session, no database, no rules; one POST, one text to every socket.

const http = createServer((req, res) => {
  const parts: Buffer[] = []
  req.on('data', (part: Buffer) => parts.push(part))
  req.on('end', () => {
    const text = Buffer.concat(parts).toString()
    if (text) for (const socket of sockets.clients) socket.send(text)
    res.end()
  })
})
const sockets = new WebSocketServer({ server: http })
http.listen(Number(process.env.HUB_PORT), '127.0.0.1')
