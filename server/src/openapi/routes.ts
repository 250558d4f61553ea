import type { DocumentedRoute } from './documented-route.ts'
import { auditRoutes } from './routes/audit.ts'
import { authRoutes } from './routes/auth.ts'
import { chatRoutes } from './routes/chat.ts'
import { chatEngineRoutes } from './routes/chat-engines.ts'
import { executionRoutes } from './routes/execution.ts'
import { knowledgeRoutes } from './routes/knowledge.ts'
import { othersRoutes } from './routes/others.ts'
import { peopleRoutes } from './routes/people.ts'
import { policyRoutes } from './routes/policy.ts'
import { safeguardRoutes } from './routes/safeguard.ts'
import { workflowSteeringRoutes } from './routes/workflow-steering.ts'
import { workflowRoutes } from './routes/workflows.ts'

/** Every route of the API: a list per module. */
export const documentedRoutes: DocumentedRoute[] = [
  ...authRoutes,
  ...auditRoutes,
  ...chatRoutes,
  ...chatEngineRoutes,
  ...safeguardRoutes,
  ...executionRoutes,
  ...policyRoutes,
  ...peopleRoutes,
  ...knowledgeRoutes,
  ...workflowRoutes,
  ...workflowSteeringRoutes,
  ...othersRoutes,
]
