import { DBOS } from '@dbos-inc/dbos-sdk'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { defineWorkflow, startEngine } from '@hub/workflows'
import { z } from 'zod'

// A worker process of the bench: `hub` is our engine, `bare` the engine under it alone. Told by its parent what to do.
const { BENCH_KIND: kind = 'hub', BENCH_DATABASE_URL: url = '' } = process.env
const steps = 10
const clients = 20
const Order = z.object({
  start: z.number().int(),
  from: z.number().int().default(0),
  kind: z.string().default('steps'),
})

const start = kind === 'hub' ? await startHub() : await startBare()
process.on('message', (message) => {
  const order = Order.parse(message)
  start(order).then(
    () => process.send?.({ started: order.start }),
    (err: unknown) => {
      console.error(err)
      process.exit(1)
    },
  )
})
process.send?.({ ready: true })

async function startHub() {
  const log = createLogger({ name: 'bench', level: 'error' })
  const db = createDb({ url, poolSize: 5 })
  const scripted = defineWorkflow({
    name: 'bench',
    input: z.object({ kind: z.string() }),
    async body(run, input) {
      if (input.kind === 'wait')
        await run.wait({ name: 'decision', reason: { kind: 'approval' }, topics: ['go'], until: null })
      else for (let step = 0; step < steps; step++) await run.step(`step ${step}`, async () => null)
      return {}
    },
  })
  const openTools = () => Promise.reject(new Error('no tools here'))
  const ctx = { db, bus: createMemoryBus(log), clock: systemClock, log, openTools }
  const engine = await startEngine(ctx, { databaseUrl: url, definitions: [scripted] })
  return (order: z.infer<typeof Order>) =>
    together(order, (number) => {
      if (order.kind === 'tell')
        return engine.tell({ runId: `wait:${number}`, topic: 'go', key: 'decided', body: {} })
      return engine.start({
        id: `${order.kind}:${number}`,
        workflow: 'bench',
        title: `run ${number}`,
        input: { kind: order.kind },
        clientName: `client ${number % clients}`,
      })
    })
}

async function startBare() {
  const quiet = () => undefined
  DBOS.setConfig({
    name: 'hub',
    systemDatabaseUrl: url,
    applicationVersion: 'bare',
    executorID: String(process.pid),
    useListenNotify: false,
    systemDatabasePoolSize: 6,
    logger: { info: quiet, debug: quiet, warn: quiet, error: console.error },
  })
  const workflow = DBOS.registerWorkflow(
    async () => {
      for (let step = 0; step < steps; step++) await DBOS.runStep(async () => null, { name: `step ${step}` })
    },
    { name: 'bare' },
  )
  await DBOS.launch()
  const queue = { workerConcurrency: 20, partitionConcurrency: 4, minPollingIntervalMs: 40 } as const
  await DBOS.registerQueue('bare', { ...queue, onConflict: 'always_update' })
  return (order: z.infer<typeof Order>) =>
    together(order, async (number) => {
      const enqueueOptions = { queuePartitionKey: `client ${number % clients}` }
      await DBOS.startWorkflow(workflow, {
        workflowID: `bare:${number}`,
        queueName: 'bare',
        enqueueOptions,
      })()
    })
}

/** Some at once, as a burst comes. */
async function together(
  { start: count, from }: { start: number; from: number },
  one: (number: number) => Promise<void>,
) {
  let next = from
  const lane = async () => {
    for (let number = next++; number < from + count; number = next++) await one(number)
  }
  await Promise.all(Array.from({ length: 5 }, lane))
}
