import { httpFailure } from '../http-failure.ts'
import { LlmProviderError } from '../provider-error.ts'
import { streamFailure } from '../stream-failure.ts'

interface HttpError extends Error {
  statusCode: number
  body: string
  headers: Headers
}

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error &&
  'statusCode' in error &&
  typeof error.statusCode === 'number' &&
  'body' in error &&
  typeof error.body === 'string' &&
  'headers' in error &&
  error.headers instanceof Headers

const isUnreadable = (error: unknown) =>
  error instanceof Error &&
  ['ZodError', '$ZodError', 'ResponseValidationError', 'SyntaxError'].includes(error.name)

/** What the SDK threw, as our error (protocols/mistral 2, Errors). The SDK is recognised by shape: it is loaded lazily. */
export function mistralFailure(
  error: unknown,
  { model, apiKey }: { model: string; apiKey: string },
): LlmProviderError {
  if (isUnreadable(error)) {
    return new LlmProviderError({
      provider: 'mistral',
      kind: 'upstream',
      message: 'Mistral failed while answering or sent something unreadable.',
    })
  }
  if (isHttpError(error)) {
    const { statusCode: status, headers, body } = error
    return httpFailure({ provider: 'mistral', status, headers, body, model, secrets: [apiKey] })
  }
  const name = error instanceof Error ? error.name : ''
  if (name === 'SDKValidationError') {
    return new LlmProviderError({
      provider: 'mistral',
      kind: 'bad_request',
      message: 'Mistral cannot take this request.',
    })
  }
  if (name === 'ConnectionError') {
    return new LlmProviderError({
      provider: 'mistral',
      kind: 'unreachable',
      message: 'The model server cannot be reached.',
    })
  }
  return streamFailure('mistral', error, [apiKey])
}
