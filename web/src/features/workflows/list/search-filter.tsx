import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from '../../../ui/input.tsx'

const typingMs = 300
const longest = 100

/** Text that filters a moment after the last key. */
export function SearchFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('workflows')
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    if (typed.trim() !== value) setTyped(value)
  }
  const send = useEffectEvent(() => {
    if (typed.trim() !== value) onChange(typed.trim())
  })
  useEffect(() => {
    const timer = setTimeout(send, typed === '' ? 0 : typingMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div className="relative w-64 max-md:col-span-2 max-md:w-full">
      <Search
        aria-hidden
        className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
        strokeWidth={1.75}
      />
      <Input
        type="search"
        aria-label={t('filters.search')}
        placeholder={t('filters.search')}
        value={typed}
        maxLength={longest}
        onChange={(event) => setTyped(event.target.value)}
        className="pl-8"
      />
    </div>
  )
}
