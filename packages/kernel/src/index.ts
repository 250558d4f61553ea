export { signAssertion, verifyAssertion } from './auth/assertion.ts'
export { isSameText } from './auth/same-text.ts'
export { openSecret, sealSecret } from './auth/secret-box.ts'
export type { BusSubscriber, EventBus } from './bus/event-bus.ts'
export { createMemoryBus } from './bus/memory-bus.ts'
export { createRedisBus } from './bus/redis-bus.ts'
export { SubscriberSet } from './bus/subscriber-set.ts'
export { type Clock, systemClock } from './clock.ts'
export { type FileProblem, lineOfPlace, tellProblem } from './config/file-problem.ts'
export { ConfigError, type Env, listValue, loadConfig, portValue, secretValue } from './config/load-config.ts'
export { escapeHtml } from './escape-html.ts'
export { createHttpClient } from './http/client.ts'
export { mayHaveTakenEffect, networkFailure } from './http/network-failure.ts'
export { readShape } from './http/read-shape.ts'
export { createResilience, type Resilience } from './http/resilience.ts'
export { retryAfterMs } from './http/retry-after.ts'
export type {
  CircuitState,
  HttpAnswer,
  HttpClient,
  HttpClientOptions,
  HttpLog,
  HttpRequest,
  QueryValue,
} from './http/types.ts'
export {
  isUpstreamError,
  type UpstreamReason,
  upstreamReasons,
  upstreamStatus,
} from './http/upstream-errors.ts'
export { createLogger, currentRequestId, type Logger, withRequestId } from './log/logger.ts'
export {
  longestCallMs,
  mcpTools,
  type OfferedTool,
  type OpenTools,
  type ToolAnswer,
  type ToolSession,
} from './mcp/tool-client.ts'
export { runProcess } from './run-process.ts'
export { storable } from './storable.ts'
