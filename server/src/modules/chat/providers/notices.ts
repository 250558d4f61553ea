import type { LocalizedText } from '@hub/contracts'
import type { Fallback, LlmErrorKind, ProviderId } from '@hub/llm'

export const providerNames: Record<ProviderId, LocalizedText> = {
  ollama: { fr: 'Ollama', en: 'Ollama' },
  mistral: { fr: 'Mistral', en: 'Mistral' },
  builtin: { fr: 'le moteur intégré', en: 'the built-in engine' },
}

const unavailable: LocalizedText = { fr: 'est indisponible', en: 'is unavailable' }

/** What became of the first choice; follows its name. */
const failures: Record<LlmErrorKind, LocalizedText> = {
  unreachable: unavailable,
  upstream: unavailable,
  truncated: unavailable,
  aborted: unavailable,
  timeout: { fr: 'n’a pas répondu à temps', en: 'did not answer in time' },
  rate_limited: { fr: 'refuse trop de demandes', en: 'refuses too many requests' },
  unauthorized: { fr: 'refuse la clé du Hub', en: 'refuses the key of the Hub' },
  model_missing: { fr: 'n’a pas le modèle demandé', en: 'does not have the model asked for' },
  tools_unsupported: { fr: 'ne peut pas utiliser les outils', en: 'cannot use the tools' },
  bad_request: { fr: 'a refusé la demande', en: 'refused the request' },
}

/** What the reader is told when another engine answers than the first choice. */
export function fallbackNotice({ from, to, kind }: Fallback): LocalizedText {
  return {
    fr: `${capital(providerNames[to].fr)} répond : ${providerNames[from].fr} ${failures[kind].fr}.`,
    en: `${capital(providerNames[to].en)} is answering: ${providerNames[from].en} ${failures[kind].en}.`,
  }
}

/** What the reader is told when the model is asked without the tools that its mode has. */
export function withoutToolsNotice(model: string): LocalizedText {
  return {
    fr: `Le modèle ${model} ne peut pas utiliser les outils : il répond sans eux, donc sans lire l’état réel.`,
    en: `The model ${model} cannot use the tools: it answers without them, so without reading the real state.`,
  }
}

/** Two notices as one; the same is not said twice. */
export function joinNotices(first: LocalizedText | null, second: LocalizedText): LocalizedText {
  if (first === null || first.fr.includes(second.fr)) return first ?? second
  return { fr: `${first.fr} ${second.fr}`, en: `${first.en} ${second.en}` }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
