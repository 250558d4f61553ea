import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../ui/copy-button.tsx'

export interface CodeBlockProps {
  /** What is copied. */
  code: string
  /** As the text names it; undefined when it does not. */
  language: string | undefined
  /** The same code, coloured or not. */
  children: ReactNode
}

/** A block of code with its language and a copy button; long lines wrap. */
export function CodeBlock({ code, language, children }: CodeBlockProps) {
  const { t } = useTranslation('wibot')
  return (
    <figure className="my-3 overflow-hidden rounded-card border bg-sunken">
      <figcaption className="flex items-center justify-between gap-2 border-b py-0.5 pr-0.5 pl-3 text-muted text-xs">
        <span className="min-w-0 truncate">{language ?? t('code.text')}</span>
        <CopyButton value={code} label={t('code.copy')} className="size-7 max-md:size-11" />
      </figcaption>
      <pre className="whitespace-pre-wrap break-words p-3 text-sm">{children}</pre>
    </figure>
  )
}
