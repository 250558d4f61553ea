import { Check, Copy, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './icon-button.tsx'

type Answer = 'idle' | 'copied' | 'refused'
const icons = { idle: Copy, copied: Check, refused: X }

/** Copies `value` and says so in place, for two seconds. */
export function CopyButton({
  value,
  label,
  className,
}: {
  value: string
  label: string
  className?: string
}) {
  const { t } = useTranslation('ui')
  const [answer, setAnswer] = useState<Answer>('idle')
  useEffect(() => {
    if (answer === 'idle') return
    const timer = setTimeout(() => setAnswer('idle'), 2000)
    return () => clearTimeout(timer)
  }, [answer])
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setAnswer('copied'),
      () => setAnswer('refused'),
    )
  const words = { idle: label, copied: t('copied'), refused: t('copyRefused') }
  return (
    <>
      <IconButton icon={icons[answer]} label={words[answer]} onClick={copy} className={className} />
      <span role="status" className="sr-only">
        {answer === 'idle' ? '' : words[answer]}
      </span>
    </>
  )
}
