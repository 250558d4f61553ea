import type { Attachment } from '@hub/contracts'
import { FileText } from 'lucide-react'
import { contentOf } from '../api/attachments.ts'

/** A small picture of an image, or the sign of a file. */
export function FileMark({ attachment }: { attachment: Attachment | undefined }) {
  if (attachment?.format === 'image')
    return (
      <img
        src={contentOf(attachment.id)}
        alt=""
        width={32}
        height={32}
        className="size-8 shrink-0 rounded-control border bg-sunken object-cover"
      />
    )
  return (
    <span className="inline-flex size-8 shrink-0 items-center justify-center rounded-control border bg-sunken text-muted">
      <FileText aria-hidden className="size-4" strokeWidth={1.75} />
    </span>
  )
}
