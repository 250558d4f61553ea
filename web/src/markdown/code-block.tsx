import { isValidElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../ui/copy-button.tsx'

/** A block of code with its language and a copy button; long lines wrap. */
export function CodeBlock({ children }: { children: ReactNode }) {
  const { t } = useTranslation('wibot')
  const language = /language-(\S+)/.exec(classOf(children))?.[1]
  return (
    <figure className="my-3 overflow-hidden rounded-card border bg-sunken">
      <figcaption className="flex items-center justify-between border-b py-0.5 pr-0.5 pl-3 text-muted text-xs">
        {language ?? t('code.text')}
        <CopyButton value={textOf(children).replace(/\n$/, '')} label={t('code.copy')} className="size-7" />
      </figcaption>
      <pre className="whitespace-pre-wrap break-words p-3 text-sm">{children}</pre>
    </figure>
  )
}

function classOf(node: ReactNode): string {
  return isValidElement<{ className?: string }>(node) ? (node.props.className ?? '') : ''
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(textOf).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : ''
}
