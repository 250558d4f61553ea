import { useEffect, useEffectEvent, useState } from 'react'

const pauseMs = 300

/**
 * What is being typed into a filter. It is told without the spaces around it, a moment after the last key; what comes
 * back as `value` leaves the typing alone, what somebody else put there takes its place.
 */
export function useTypedText(value: string, tell: (text: string) => void) {
  const [typed, setTyped] = useState(value)
  const [told, setTold] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    if (value !== told) {
      setTold(value)
      setTyped(value)
    }
  }
  const send = useEffectEvent(() => {
    const text = typed.trim()
    if (text === value) return
    setTold(text)
    tell(text)
  })
  useEffect(() => {
    const timer = setTimeout(send, typed === '' ? 0 : pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return [typed, setTyped] as const
}
