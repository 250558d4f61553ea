import type { Response } from 'express'
import { proxyPage } from '../proxy-page.ts'
import type { StatusFault } from '../scripted-reply.ts'

/** A refusal of the Ollama server: HTTP status and the text of `{"error": ...}`. */
export class OllamaError extends Error {
  override name = 'OllamaError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const texts: Record<StatusFault['status'], string> = {
  400: 'invalid options',
  401: 'unauthorized',
  404: "model 'unknown' not found",
  429: "you've reached your hourly usage limit",
  500: 'model requires more system memory (8.4 GiB) than is available (5.6 GiB)',
  502: '',
  503: 'server busy, please try again.  maximum pending requests exceeded',
}

/** Send a scripted refusal (protocols/ollama 1.3). */
export function sendOllamaFault(response: Response, fault: StatusFault): void {
  if (fault.retryAfterSeconds !== undefined) response.setHeader('Retry-After', fault.retryAfterSeconds)
  response.status(fault.status)
  if (fault.status === 502) {
    response.type('html').send(fault.message ?? proxyPage)
    return
  }
  const signIn = fault.status === 401 ? { signin_url: 'https://ollama.com/connect' } : {}
  response.json({ error: fault.message ?? texts[fault.status], ...signIn })
}
