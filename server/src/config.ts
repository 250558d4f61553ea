import { type ChatMode, modeLimitSeconds } from '@hub/contracts'
import { listValue, portValue, secretValue } from '@hub/kernel'
import { EmbeddingsEnv } from '@hub/knowledge'
import { z } from 'zod'

const optional = z.string().optional()
const webhookSecret = secretValue(16).optional()
const limitOf = (mode: ChatMode) =>
  z.coerce.number().positive().max(modeLimitSeconds[mode]).default(modeLimitSeconds[mode])

/** Environment of the API server. */
export const ServerEnv = z.object({
  HUB_HOST: z.string().default('127.0.0.1'),
  HUB_PORT: portValue.default(3002),
  HUB_MODE: z.enum(['embedded', 'full']).default('full'),
  HUB_PUBLIC_URL: z.url().default('http://127.0.0.1:3002'),
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.string().default('info'),
  DATABASE_URL: z.string().min(1),
  REDIS_URL: optional,
  JWT_SECRET: secretValue(32),
  JWT_EXPIRE_HOURS: z.coerce.number().positive().max(24).default(8),
  HUB_ENCRYPTION_KEY: secretValue(32),
  MCP_SERVER_URL: z.url().default('http://127.0.0.1:3001/mcp'),
  MCP_ASSERTION_SECRET: secretValue(32),
  CORS_ORIGINS: listValue,
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(100),
  /** Open sockets behind one address: a whole service desk with all its tabs. */
  SOCKETS_PER_ADDRESS: z.coerce.number().int().positive().default(2_000),
  /** Answering engines, in the order they are tried. */
  LLM_PROVIDERS: listValue.refine(
    (names) => names.every((name) => ['ollama', 'mistral', 'builtin'].includes(name)),
    'knows ollama, mistral and builtin only',
  ),
  /** Model of Ollama in every mode that names none of its own. */
  OLLAMA_MODEL: z.string().default('qwen3:8b'),
  OLLAMA_MODEL_FLASH: optional,
  OLLAMA_MODEL_CODE: optional,
  OLLAMA_MODEL_REDACTION: optional,
  OLLAMA_MODEL_ASSISTANT: optional,
  /** Context window asked of Ollama, in tokens; its own default may be too small for the tools. */
  OLLAMA_CONTEXT_TOKENS: z.coerce.number().int().min(2048).default(16_384),
  MISTRAL_MODEL_FLASH: z.string().default('mistral-small-latest'),
  MISTRAL_MODEL_CODE: z.string().default('codestral-latest'),
  MISTRAL_MODEL_REDACTION: z.string().default('mistral-large-latest'),
  MISTRAL_MODEL_ASSISTANT: z.string().default('mistral-large-latest'),
  /** Longest answer time of each mode, in seconds; they can only be lowered. */
  CHAT_SECONDS_FLASH: limitOf('flash'),
  CHAT_SECONDS_CODE: limitOf('code'),
  CHAT_SECONDS_REDACTION: limitOf('redaction'),
  CHAT_SECONDS_ASSISTANT: limitOf('assistant'),
  /** Rounds of tool calls in one answer, at most. */
  CHAT_MAX_TOOL_ROUNDS: z.coerce.number().int().min(1).max(32).default(8),
  /** Longest time of one reading tool call in an answer; effects have the time that their gate gives them. */
  CHAT_READ_TIMEOUT_SECONDS: z.coerce.number().positive().max(120).default(30),
  CHAT_MONTHLY_TOKENS: z.coerce.number().int().positive().default(2_000_000),
  /** Room for the files of one person, in megabytes. */
  CHAT_STORAGE_MB: z.coerce.number().int().positive().default(500),
  ...EmbeddingsEnv.shape,
  /** Secrets of the webhooks; without one its door is closed. */
  OBSERVIUM_WEBHOOK_SECRET: webhookSecret,
  LIBRENMS_WEBHOOK_SECRET: webhookSecret,
  GLPI_WEBHOOK_SECRET: webhookSecret,
  RAG_DOCUMENTS_DIR: optional,
  WEB_DIST_DIR: optional,
  HUB_DEMO_PASSWORD: optional,
})
export type ServerEnv = z.infer<typeof ServerEnv>
