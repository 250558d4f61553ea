import { type ContextChoices, type ConversationBinding, hasAccreditation } from '@hub/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useMe } from '../../../lib/session.ts'
import { contextQuery } from '../api/context.ts'
import { useSettled } from '../conversations/use-settled.ts'
import { findMention, type Mention, withoutMention } from './find-mention.ts'

const pauseMs = 200
const nothing: ContextChoices = { items: [], missing: [] }

interface MentionProps {
  input: RefObject<HTMLTextAreaElement | null>
  onText: (text: string) => void
  onPick: (binding: ConversationBinding) => void
}

export type MentionPicker = ReturnType<typeof useMention>

/** The list that an `@` in the composer opens: what is looked for, what was found, and the keys that act on it. */
export function useMention({ input, onText, onPick }: MentionProps) {
  const { user } = useMe()
  const [mention, setMention] = useState<Mention | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const query = mention?.query ?? ''
  const settled = useSettled(query, pauseMs)
  const found = useQuery({
    ...contextQuery(settled),
    enabled: mention !== null && settled !== '',
    placeholderData: keepPreviousData,
  })
  const { items, missing } = query === '' ? nothing : (found.data ?? nothing)
  const isWaiting = query !== '' && (settled !== query || found.isFetching)
  // Words behind an `@` that name nothing are a sentence: the list is out of its way.
  const isSentence = query.includes(' ') && items.length === 0 && !isWaiting
  const isOpen = mention !== null && closedAt !== mention.from && !isSentence

  const follow = () => {
    const area = input.current
    if (!area || !hasAccreditation(user.accreditation, 'N1')) return
    const next = findMention(area.value, area.selectionEnd)
    setMention(next)
    if (next?.query !== mention?.query) setActive(0)
    if (next === null) setClosedAt(null)
  }
  const pick = (binding: ConversationBinding) => {
    const area = input.current
    if (!area || !mention) return
    const left = withoutMention(area.value, mention)
    onText(left.text)
    onPick(binding)
    setMention(null)
    area.focus()
    requestAnimationFrame(() => area.setSelectionRange(left.caret, left.caret))
  }
  const move = (by: number) => {
    if (items.length > 0) setActive((now) => (now + by + items.length) % items.length)
  }
  /** True when the key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing || event.shiftKey) return false
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Escape') setClosedAt(mention.from)
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const chosen = items[active]
      if (!chosen && !(event.key === 'Enter' && isWaiting)) return false
      if (chosen && !isWaiting) pick(chosen.binding)
    } else return false
    event.preventDefault()
    return true
  }
  /** Writes an `@` at the caret, as the key does. */
  const open = () => {
    const area = input.current
    if (!area) return
    const { value, selectionEnd: at } = area
    const before = value.slice(0, at)
    const written = `${before}${/\S$/.test(before) ? ' ' : ''}@`
    onText(written + value.slice(at))
    setMention({ from: written.length - 1, to: written.length, query: '' })
    setClosedAt(null)
    area.focus()
    requestAnimationFrame(() => area.setSelectionRange(written.length, written.length))
  }
  const close = () => setMention(null)
  const isAllowed = hasAccreditation(user.accreditation, 'N1')
  return {
    ...{ isAllowed, isOpen, isWaiting, query, items, missing, active, error: found.error },
    ...{ follow, pick, press, open, close },
  }
}
