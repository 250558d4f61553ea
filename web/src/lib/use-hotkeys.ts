import { useEffect, useEffectEvent } from 'react'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"]'))

/** Single-key commands of a page, by `event.key`; silent while a person types or a dialog is open. */
export function useHotkeys(keys: Record<string, () => void>, isEnabled = true): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
      return
    const command = keys[event.key]
    if (!command) return
    event.preventDefault()
    command()
  })
  useEffect(() => {
    if (!isEnabled) return
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [isEnabled])
}
