import {
  AlertAccepted,
  RunCommand,
  RunsQuery,
  SetWorkflowSwitch,
  StartedWorkflowRun,
  SteerRun,
  TicketAccepted,
  WorkflowRunDetail,
  WorkflowRuns,
  WorkflowSwitch,
  WorkflowSwitches,
} from '@hub/contracts'
import { z } from 'zod'
import { type DocumentedRoute, ok } from '../documented-route.ts'

const Delivered = z.looseObject({})

export const workflowRoutes: DocumentedRoute[] = [
  {
    method: 'post',
    path: '/api/workflows/webhook/observium',
    tag: 'workflows',
    summary:
      'A notification of Observium (webhook, webhook-json, webhook-old; up to 2 MB). The secret comes as a raw Authorization header, `AccessKey`, or the password of Basic. 200 once it is durable.',
    body: Delivered,
    answer: ok(AlertAccepted),
    isPublic: true,
  },
  {
    method: 'post',
    path: '/api/workflows/webhook/librenms',
    tag: 'workflows',
    summary: 'The same from the transport "API" of LibreNMS.',
    body: Delivered,
    answer: ok(AlertAccepted),
    isPublic: true,
  },
  {
    method: 'post',
    path: '/api/workflows/webhook/glpi',
    tag: 'workflows',
    summary:
      'A webhook of GLPI 11 for tickets, signed with X-GLPI-signature: a new ticket is looked at at once.',
    body: Delivered,
    answer: ok(TicketAccepted),
    isPublic: true,
  },
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
    method: 'post',
    path: '/api/workflows/enrichisseur',
    tag: 'workflows',
    summary: 'Make cases of the tickets resolved since the last run, now (N3+, audited).',
    answer: { status: 202, schema: StartedWorkflowRun },
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
