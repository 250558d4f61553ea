import { ValidationError } from '@hub/contracts'
import { type DocumentReason, type ProblemParams, problemSentence } from './document-reasons.ts'

/**
 * Why one file is no document; its message is the English sentence. A pass goes on with the other files and names
 * this one.
 */
export class DocumentProblem extends ValidationError {
  override name = 'DocumentProblem'
  override readonly reason: DocumentReason

  constructor(reason: DocumentReason, params: ProblemParams = {}, cause?: unknown) {
    super(problemSentence(reason, params).en, {
      reason,
      params,
      ...(cause !== undefined && { cause }),
    })
    this.reason = reason
  }
}
