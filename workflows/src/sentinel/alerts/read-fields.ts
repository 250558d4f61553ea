import { type FieldError, ValidationError } from '@hub/contracts'
import { z } from 'zod'

/** A delivery as HTTP brings it, whatever the transport: a body (JSON or a form) or only a query. */
export interface Delivery {
  contentType?: string | undefined
  body: string
  query?: Readonly<Record<string, string>>
}

export type Fields = Readonly<Record<string, string>>

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const Flat = z.record(z.string(), z.unknown())
const tagLine =
  /^\s*((?:ALERT|DEVICE|ENTITY|SYSLOG)_[A-Z0-9_]{2,40}|CONDITIONS|METRICS|DURATION|TITLE)\s*[:=]\s*(.*)$/

/**
 * The fields of a delivery as texts: nested values are dropped, null is left out, a `webhook-old` envelope is opened.
 * @throws ValidationError naming `body` when nothing can be read
 */
export function readFields(delivery: Delivery): Fields {
  const body = delivery.body.trim()
  const fields = body === '' ? { ...delivery.query } : bodyFields(body, delivery.contentType ?? '')
  if (Object.keys(fields).length === 0) throw badField('body', 'is empty')
  return fields
}

/** A refusal that names the field. */
export function badField(path: string, message: string): ValidationError {
  const fields: FieldError[] = [{ path, message }]
  return new ValidationError(`${path} ${message}`, { fields })
}

// LibreNMS sends text/plain unless told otherwise, so that the content decides and not its type.
function bodyFields(body: string, contentType: string): Fields {
  if (body.startsWith('{')) return envelopeFields(flatten(parseJson(body)))
  if (/form-urlencoded/i.test(contentType) || /^[\w.%-]+=[^\s]*(&|$)/.test(body))
    return envelopeFields(Object.fromEntries(new URLSearchParams(body)))
  const lines = taggedLines(body)
  if (Object.keys(lines).length === 0) throw badField('body', 'is neither JSON nor a form')
  return lines
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ValidationError('body is not valid JSON', {
      cause,
      fields: [{ path: 'body', message: 'is not valid JSON' }],
    })
  }
}

function flatten(value: unknown): Fields {
  const record = Flat.parse(value)
  const pairs = Object.entries(record).flatMap(([name, field]) => {
    const scalar = Scalar.safeParse(field)
    return scalar.success && scalar.data !== null ? [[name, String(scalar.data)] as const] : []
  })
  return Object.fromEntries(pairs)
}

/** `{"originator": ..., "body": ...}`: the body is JSON, tagged lines, or a sentence with the title first. */
function envelopeFields(fields: Fields): Fields {
  if (fields.originator === undefined || fields.body === undefined) return fields
  const inner = fields.body.trim()
  if (inner.startsWith('{')) return flatten(parseJson(inner))
  const tagged = taggedLines(inner)
  return Object.keys(tagged).length > 0 ? tagged : { TITLE: inner.split('\n')[0] ?? '' }
}

function taggedLines(text: string): Fields {
  const pairs = text.split('\n').flatMap((line) => {
    const [, name, value] = tagLine.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name, value.trim()] as const]
  })
  return Object.fromEntries(pairs)
}
