export interface OllamaModel {
  /** With its tag, e.g. `qwen3:8b`. */
  name: string
  family: string
  parameterSize: string
  capabilities: readonly ('completion' | 'tools' | 'thinking' | 'vision' | 'embedding')[]
  contextLength: number
  embeddingLength: number
}

export interface MistralModel {
  id: string
  aliases: readonly string[]
  kind: 'chat' | 'embedding'
  hasTools: boolean
  maxContextLength: number
  dimensions: number
}

export interface Catalogue {
  ollama: readonly OllamaModel[]
  mistral: readonly MistralModel[]
}

const ollama: readonly OllamaModel[] = [
  {
    name: 'qwen3:8b',
    family: 'qwen3',
    parameterSize: '8.2B',
    capabilities: ['completion', 'tools', 'thinking'],
    contextLength: 40_960,
    embeddingLength: 4096,
  },
  {
    name: 'gemma3:4b',
    family: 'gemma3',
    parameterSize: '4.3B',
    capabilities: ['completion', 'vision'],
    contextLength: 131_072,
    embeddingLength: 2560,
  },
  {
    name: 'bge-m3:latest',
    family: 'bert',
    parameterSize: '566.70M',
    capabilities: ['embedding'],
    contextLength: 8192,
    embeddingLength: 1024,
  },
  {
    name: 'nomic-embed-text:latest',
    family: 'nomic-bert',
    parameterSize: '137M',
    capabilities: ['embedding'],
    contextLength: 2048,
    embeddingLength: 768,
  },
]

const chatModel = (id: string, dated: string): MistralModel => ({
  id,
  aliases: [dated],
  kind: 'chat',
  hasTools: true,
  maxContextLength: 131_072,
  dimensions: 0,
})

const embeddingModel = (id: string, dimensions: number): MistralModel => ({
  id,
  aliases: [],
  kind: 'embedding',
  hasTools: false,
  maxContextLength: 8192,
  dimensions,
})

/** The models both demo servers have unless a test says otherwise. */
export const defaultCatalogue: Catalogue = {
  ollama,
  mistral: [
    chatModel('mistral-small-latest', 'mistral-small-2506'),
    chatModel('mistral-medium-latest', 'mistral-medium-2508'),
    chatModel('mistral-large-latest', 'mistral-large-2512'),
    chatModel('codestral-latest', 'codestral-2508'),
    embeddingModel('mistral-embed', 1024),
    embeddingModel('codestral-embed', 1536),
  ],
}
