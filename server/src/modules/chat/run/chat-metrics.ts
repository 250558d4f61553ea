import { Counter, Histogram } from 'prom-client'

/** Seconds; a model that has to be loaded may take a minute. */
const buckets = [0.1, 0.3, 1, 3, 10, 30, 60, 120]

/** What chat counts in this process, for the infrastructure. */
export function createChatMetrics() {
  const registers = { registers: [] }
  return {
    answers: new Counter({
      name: 'hub_chat_answers_total',
      help: 'Answers by how they ended',
      labelNames: ['mode', 'provider', 'reason'],
      ...registers,
    }),
    tokens: new Counter({
      name: 'hub_chat_tokens_total',
      help: 'Tokens, counted by the provider or estimated',
      labelNames: ['provider', 'kind', 'estimated'],
      ...registers,
    }),
    firstText: new Histogram({
      name: 'hub_chat_first_text_seconds',
      help: 'Time from the question to the first text of its answer',
      labelNames: ['mode', 'provider'],
      buckets,
      ...registers,
    }),
    inventedCitations: new Counter({
      name: 'hub_chat_invented_citations_total',
      help: 'Citation numbers that stood for no passage and were taken out',
      ...registers,
    }),
    wrongArguments: new Counter({
      name: 'hub_chat_wrong_arguments_total',
      help: 'Tool calls whose arguments do not fit their schema',
      labelNames: ['tool'],
      ...registers,
    }),
    shortenedResults: new Counter({
      name: 'hub_chat_shortened_results_total',
      help: 'Tool results that were too long for the context of the model',
      labelNames: ['tool'],
      ...registers,
    }),
  }
}
export type ChatMetrics = ReturnType<typeof createChatMetrics>
