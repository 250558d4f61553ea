import express, { type Request, type Router } from 'express'
import { z } from 'zod'
import { scenarioCatalogue } from './catalogue.ts'
import { scenarios } from './scenarios.ts'
import type { Stage } from './stage.ts'

const bodySchema = z.object({ args: z.array(z.string().max(200)).max(5) })
const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/** Only a program on this machine: a loopback peer, and no browser page (those send Origin). */
const isLocal = (request: Request) =>
  loopback.test(request.socket.remoteAddress ?? '') && request.get('origin') === undefined

/** POST /scenarios/:name with `{args}`; answers `{message}` or `{error}`. */
export function scenarioRouter(stage: Stage): Router {
  const router = express.Router()
  router.use((request, response, next) => {
    if (isLocal(request)) next()
    else response.status(403).json({ error: 'Scenarios can only be played from this machine' })
  })
  router.post('/scenarios/:name', express.json(), async (request, response) => {
    const help = scenarioCatalogue.find(({ name }) => name === request.params.name)
    if (!help) {
      response.status(404).json({ error: `There is no scenario ${request.params.name}` })
      return
    }
    const body = bodySchema.safeParse(request.body)
    if (!body.success || body.data.args.length !== help.parameters.length) {
      const usage = [help.name, ...help.parameters.map((parameter) => `<${parameter}>`)].join(' ')
      response.status(400).json({ error: `Usage: ${usage}` })
      return
    }
    try {
      response.json({ message: await scenarios[help.name](stage, body.data.args) })
    } catch (error) {
      response.status(422).json({ error: error instanceof Error ? error.message : String(error) })
    }
  })
  return router
}
