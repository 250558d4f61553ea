import { maxAttachmentSize, maxAttachmentsPerMessage, uploadsAtOncePerUser } from '@hub/contracts'
import { uploadAttachment } from '../api/attachments.ts'
import { changeDraftFile, changeDraftFiles, type DraftFile, useDrafts } from '../composer/drafts.ts'
import { createTurns } from './create-turns.ts'

/** The words of what can go wrong, in the language of the reader. */
export interface UploadWords {
  tooLarge: string
  tooMany: string
  empty: string
  failed: (error: unknown) => string
}

interface Upload {
  file: File
  controller: AbortController
}

const inTurn = createTurns(uploadsAtOncePerUser)
/** Files whose bytes this page still holds, for another try. */
const uploads = new Map<string, Upload>()

/** What may be chosen; the Hub tells the type by the content. */
export const acceptedTypes =
  '.txt,.log,.csv,.json,.md,.xml,.yaml,.yml,.ini,.conf,.ps1,.sh,.pdf,.docx,.png,.jpg,.jpeg,.webp,.gif'

/** Adds files to a draft and gives each to the Hub; those over a limit are shown with why, and not sent. */
export function addFiles(conversation: string, files: readonly File[], words: UploadWords): void {
  for (const file of files) {
    const known = useDrafts.getState().byConversation[conversation]?.files ?? []
    const isTooMany = known.filter(({ state }) => state !== 'error').length >= maxAttachmentsPerMessage
    const why = isTooMany ? words.tooMany : limitOf(file, words)
    const entry: DraftFile = { key: crypto.randomUUID(), name: file.name, size: file.size, state: 'reading' }
    const shown: DraftFile = why === null ? entry : { ...entry, state: 'error', why }
    changeDraftFiles(conversation, (all) => [...all, shown])
    if (why !== null) continue
    uploads.set(entry.key, { file, controller: new AbortController() })
    void send(entry.key, words)
  }
}

function limitOf({ size }: File, words: UploadWords): string | null {
  if (size === 0) return words.empty
  return size > maxAttachmentSize ? words.tooLarge : null
}

/** True when a refused file can be tried again. */
export function canRetry({ key, state }: DraftFile): boolean {
  return state === 'error' && uploads.has(key)
}

/** Gives a refused file to the Hub once more. */
export function retryFile(key: string, words: UploadWords): void {
  changeDraftFile(key, { state: 'reading' })
  void send(key, words)
}

/** Takes a file out of a draft. */
export function removeFile(conversation: string, key: string): void {
  uploads.get(key)?.controller.abort()
  uploads.delete(key)
  changeDraftFiles(conversation, (all) => all.filter((file) => file.key !== key))
}

async function send(key: string, words: UploadWords): Promise<void> {
  const upload = uploads.get(key)
  if (!upload) return
  try {
    const attachment = await inTurn(() => uploadAttachment(upload.file, upload.controller.signal))
    changeDraftFile(key, { state: 'ready', attachment })
    uploads.delete(key)
  } catch (error) {
    if (!upload.controller.signal.aborted) changeDraftFile(key, { state: 'error', why: words.failed(error) })
  }
}
