import {
  RunCommand,
  RunsQuery,
  SetWorkflowSwitch,
  SteerRun,
  WorkflowRunDetail,
  WorkflowRuns,
  WorkflowSwitch,
  WorkflowSwitches,
} from '@hub/contracts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

export const workflowRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/workflows/runs',
    tag: 'workflows',
    summary: 'Runs of the workflows, newest first (N1+).',
    query: RunsQuery,
    answer: ok(WorkflowRuns),
  },
  {
    method: 'get',
    path: '/api/workflows/runs/{id}',
    tag: 'workflows',
    summary: 'One run with its steps, waits and commands; secrets hidden, long texts cut (N1+).',
    answer: ok(WorkflowRunDetail),
  },
  {
    method: 'post',
    path: '/api/workflows/runs/{id}/commands',
    tag: 'workflows',
    summary:
      'Cancel a run, let it try again, or take it over; a worker does it within seconds (N3+, audited).',
    body: SteerRun,
    answer: { status: 202, schema: RunCommand },
  },
  {
    method: 'get',
    path: '/api/workflows/switches',
    tag: 'workflows',
    summary: 'Which workflows are paused or on trial, and how many processes run them (N1+).',
    answer: ok(WorkflowSwitches),
  },
  {
    method: 'put',
    path: '/api/workflows/switches/{workflow}',
    tag: 'workflows',
    summary: 'Pause a workflow or let it go on; let it write or only say what it would (N3+, audited).',
    body: SetWorkflowSwitch,
    answer: ok(WorkflowSwitch),
  },
]
