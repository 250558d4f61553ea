import { maxAttachmentSize, ValidationError } from '@hub/contracts'
import type { RequestHandler } from 'express'
import multer, { MulterError } from 'multer'

/** One file in the field `file`, held in memory; names are read as UTF-8, as browsers send them. */
const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: maxAttachmentSize, files: 1, fields: 0, parts: 2, headerPairs: 20 },
  defParamCharset: 'utf8',
}).single('file')

/** Takes the file of a multipart request. */
export const receiveFile: RequestHandler = (req, res, next) => {
  upload(req, res, (error: unknown) => {
    if (error === undefined || error === null) return next()
    next(error instanceof MulterError ? wordsOf(error) : malformed(error))
  })
}

function wordsOf(error: MulterError): ValidationError {
  if (error.code === 'LIMIT_FILE_SIZE')
    return new ValidationError('The file is too large', {
      reason: 'attachment.too_large',
      params: { megabytes: maxAttachmentSize / 1_048_576 },
      fields: [{ path: 'file', message: 'is too large' }],
    })
  const path = error.field ?? 'file'
  return new ValidationError('One file in the field "file" is expected', {
    reason: 'input.fields',
    params: { fields: path },
    fields: [{ path, message: 'is not the one file expected in the field "file"' }],
  })
}

/** A body that is no multipart form, or is cut off. */
function malformed(cause: unknown): ValidationError {
  return new ValidationError('The request is malformed', { reason: 'request.malformed', cause })
}
