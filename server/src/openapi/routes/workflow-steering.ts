import {
  MaintenancePlaces,
  MaintenanceQuery,
  MaintenanceWindow,
  MaintenanceWindows,
  PlanMaintenance,
  ResetTemplate,
  SetTemplate,
  SupportTemplate,
  SupportTemplates,
  TemplateHistory,
} from '@hub/contracts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

const template = '/api/workflows/templates/{name}/{language}'
const tag = 'workflows'

/** What people set for the workflows: texts for clients, and planned works. */
export const workflowSteeringRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/workflows/templates',
    tag,
    summary: 'The texts that SUPPORT writes to clients, as they are in force (N3+).',
    answer: ok(SupportTemplates),
  },
  {
    method: 'put',
    path: template,
    tag,
    summary: 'Put another text in force; 409 when another one is in force than was seen (N3+, audited).',
    body: SetTemplate,
    answer: ok(SupportTemplate),
  },
  {
    method: 'delete',
    path: template,
    tag,
    summary: 'Back to the built-in text; 409 as above (N3+, audited).',
    body: ResetTemplate,
    answer: ok(SupportTemplate),
  },
  {
    method: 'get',
    path: `${template}/history`,
    tag,
    summary: 'Who changed a text, when and to what, the last change first (N3+).',
    answer: ok(TemplateHistory),
  },
  {
    method: 'get',
    path: '/api/workflows/maintenance',
    tag,
    summary: 'Planned works that go on or come, or that are past (N2+).',
    query: MaintenanceQuery,
    answer: ok(MaintenanceWindows),
  },
  {
    method: 'post',
    path: '/api/workflows/maintenance',
    tag,
    summary: 'Plan a work: while it lasts, its sites and devices open no incident (N3+, audited).',
    body: PlanMaintenance,
    answer: { status: 201, schema: MaintenanceWindow },
  },
  {
    method: 'get',
    path: '/api/workflows/maintenance/places',
    tag,
    summary: 'Sites and devices as SENTINEL has last read them from the monitoring (N2+).',
    answer: ok(MaintenancePlaces),
  },
  {
    method: 'post',
    path: '/api/workflows/maintenance/{id}/end',
    tag,
    summary: 'End a work that goes on, now: what it held is decided about (N3+, audited).',
    answer: ok(MaintenanceWindow),
  },
  {
    method: 'delete',
    path: '/api/workflows/maintenance/{id}',
    tag,
    summary: 'Take back a work that has not begun (N3+, audited).',
    answer: { status: 204 },
  },
]
