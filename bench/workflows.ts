import { parseArgs } from 'node:util'
import { openPostgres } from './workflows/fresh-database.ts'
import { measureBurst } from './workflows/measure-burst.ts'
import { measureIntake } from './workflows/measure-intake.ts'
import { measureParked } from './workflows/measure-parked.ts'
import { measureSteps } from './workflows/measure-steps.ts'
import { measureTickets } from './workflows/measure-tickets.ts'

// node bench/workflows.ts [steps|parked|intake|burst|tickets ...] [--runs 300] [--parked 10000] [--alerts 10000]:
// the workflow engine and what brings it work, on a real PostgreSQL; all parts unless some are named.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '300' },
    parked: { type: 'string', default: '10000' },
    resumes: { type: 'string', default: '100' },
    accepts: { type: 'string', default: '4000' },
    alerts: { type: 'string', default: '10000' },
    tickets: { type: 'string', default: '20' },
  },
})
const postgres = await openPostgres()
const parts: Record<string, () => Promise<void>> = {
  steps: () => measureSteps(postgres, Number(values.runs)),
  intake: () => measureIntake(postgres, Number(values.accepts)),
  parked: () => measureParked(postgres, { parked: Number(values.parked), resumes: Number(values.resumes) }),
  tickets: () => measureTickets(postgres, Number(values.tickets)),
  burst: () => measureBurst(postgres, Number(values.alerts)),
}
for (const [name, measure] of Object.entries(parts))
  if (positionals.length === 0 || positionals.includes(name)) await measure()
await postgres.close()
