import {
  ConflictError,
  ForbiddenError,
  hasAccreditation,
  NotFoundError,
  type RunCommand,
  SetWorkflowSwitch,
  SteerRun,
  type WorkflowRunDetail,
} from '@hub/contracts'
import { minutes } from '../data/make-approval.ts'
import type { MockRequest, Route } from '../http.ts'

const base = '/api/workflows'
const onePath = /^\/api\/workflows\/runs\/([^/]+)(\/commands)?$/

/** Runs of the workflows, what is asked of them, and how these are switched. */
export const workflowRoutes: Route = (request) => {
  const { method, path, state, user, query } = request
  if (!user || !path.startsWith(`${base}/`)) return undefined
  if (method !== 'GET' && !hasAccreditation(user.accreditation, 'N3'))
    throw new ForbiddenError('Il faut l’accréditation N3.')
  if (path === `${base}/switches`) return state.switches
  if (path.startsWith(`${base}/switches/`)) return setSwitch(request)
  if (path === `${base}/runs`) {
    const wanted = query.get('state')
    const found = state.runs.filter((run) => wanted === null || run.state === wanted)
    return { items: found, nextCursor: null }
  }
  const [, id, isCommand] = onePath.exec(path) ?? []
  if (id === undefined) return undefined
  const run = state.runs.find((one) => one.id === decodeURIComponent(id))
  if (!run) throw new NotFoundError('Cette exécution n’existe pas.', { reason: 'run.unknown' })
  return isCommand ? steer(request, run) : run
}

function steer({ body, user }: MockRequest, run: WorkflowRunDetail): RunCommand {
  const { kind, step = null, reason = null } = SteerRun.parse(body)
  if (run.commands.some(({ doneAt }) => doneAt === null))
    throw new ConflictError('Une action est déjà demandée sur cette exécution.', { reason: 'run.busy' })
  const command: RunCommand = {
    ...{ id: `command-${run.commands.length}`, kind, step, reason, problem: null },
    by: user?.displayName ?? '',
    at: minutes(0),
    doneAt: null,
  }
  run.commands.push(command)
  return command
}

function setSwitch({ state, path, body, user }: MockRequest) {
  const item = state.switches.items.find(({ workflow }) => path.endsWith(`/${workflow}`))
  if (!item) return undefined
  const { isPaused = item.isPaused, isDryRun = item.isDryRun } = SetWorkflowSwitch.parse(body)
  return Object.assign(item, {
    isPaused,
    isDryRun,
    changedBy: user?.displayName ?? null,
    changedAt: minutes(0),
  })
}
