export { PeriodQuery, supervisionRoutes } from './supervision.routes.ts'
