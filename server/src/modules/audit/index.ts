export { AuditQuery, auditRoutes } from './audit.routes.ts'
