import { z } from 'zod'
import { type ScenarioHelp, scenarioCatalogue } from './scenarios/catalogue.ts'

const catalogue: readonly ScenarioHelp[] = scenarioCatalogue
const usageOf = ({ name, parameters }: ScenarioHelp) =>
  [name, ...parameters.map((parameter) => `<${parameter}>`)].join(' ')

const replySchema = z.object({ message: z.string().optional(), error: z.string().optional() })

function help(): string {
  const lines = catalogue.map((scenario) => `  ${usageOf(scenario).padEnd(24)}${scenario.summary}`)
  return ['Usage: npm run estate -- <scenario>', '', ...lines].join('\n')
}

/** A line for the user, and whether the scenario was played. */
type Result = readonly [isDone: boolean, line: string]

async function play(name: string, args: string[]): Promise<Result> {
  const scenario = catalogue.find((candidate) => candidate.name === name)
  if (!scenario) return [false, `There is no scenario ${name}; --help lists them`]
  if (args.length !== scenario.parameters.length) return [false, `Usage: ${usageOf(scenario)}`]
  const base = `http://127.0.0.1:${process.env.ESTATE_PORT ?? '3010'}`
  const response = await fetch(`${base}/_estate/scenarios/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ args }),
  }).catch(() => undefined)
  if (!response) return [false, `The estate is not running at ${base}`]
  const reply = replySchema.safeParse(await response.json().catch(() => undefined))
  if (!reply.success) return [false, `What runs at ${base} is not the estate`]
  return [response.ok, reply.data.message ?? reply.data.error ?? '']
}

const [name, ...args] = process.argv.slice(2)
if (name === undefined || name === '--help' || name === '-h') console.log(help())
else {
  const [isDone, line] = await play(name, args)
  if (isDone) console.log(line)
  else console.error(line)
  process.exitCode = isDone ? 0 : 1
}
