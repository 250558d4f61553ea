import { hostname } from 'node:os'
import { type ChatProvider, type ChatProviders, chatModes, type LocalizedText } from '@hub/contracts'
import { LlmProviderError, type ProviderId, type ProviderReport } from '@hub/llm'
import type { ServerContext } from '../../../context.ts'
import { errorMessage } from '../../../http/error-message.ts'
import { providerNames } from './notices.ts'

/** Which process measured: replicas have their own figures. */
const processName = `${hostname()}:${process.pid}`
const processSince = new Date(Date.now() - process.uptime() * 1000).toISOString()

/** The engines in order, as this process has seen them. */
export function readProviders(ctx: ServerContext): ChatProviders {
  const { chain } = ctx.engine
  const answering = chain.answering()
  return {
    items: chain.report([...chatModes]).map((report) => present(report, answering)),
    measuredBy: { process: processName, since: processSince },
  }
}

function present(report: ProviderReport, answering: ProviderId): ChatProvider {
  const { provider: id, models, state, since, restsUntil, lastError, calls, errors, firstOutputMs } = report
  return {
    id,
    name: providerNames[id],
    answering: id === answering,
    state: id === 'builtin' ? 'up' : state,
    since: isoOf(since),
    restsUntil: restsUntil === null ? null : isoOf(restsUntil),
    models: chatModes.map((mode) => {
      const found = models.find(({ asked }) => asked === mode)
      const facts = found?.facts
      return {
        mode,
        model: found?.model ?? '',
        installed: id === 'builtin' ? true : (facts?.isInstalled ?? null),
        canCallTools: id === 'builtin' ? true : (facts?.canCallTools ?? null),
        contextTokens: facts?.contextTokens ?? null,
      }
    }),
    calls,
    errors,
    lastError: lastError && {
      kind: lastError.kind,
      at: isoOf(lastError.at),
      message: problemText(id, lastError),
    },
    firstOutputMs,
  }
}

const isoOf = (ms: number) => new Date(ms).toISOString()

/** A failure in words: ours in both languages, with the short cleaned words of the provider. */
export function problemText(
  provider: ProviderId,
  { kind, message }: { kind: LlmProviderError['kind']; message: string },
): LocalizedText {
  const error = new LlmProviderError({ provider, kind, message })
  return {
    fr: `${errorMessage(error, 'fr')} (${message})`,
    en: `${errorMessage(error, 'en')} (${message})`,
  }
}
