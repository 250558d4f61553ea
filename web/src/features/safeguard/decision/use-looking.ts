import { useEffect } from 'react'
import { api } from '../../../lib/api.ts'
import { ApiError } from '../../../lib/api-error.ts'

/** Well within the lease of the Hub (45 s): one lost message does not end it. */
const renewMs = 20_000

/** Without a link the lease ends by itself, and the live indicator says so. */
function warn(error: unknown) {
  if (error instanceof ApiError && error.code === 'OFFLINE') return
  console.warn('Others may not see that this request is open here.', error)
}

/** Tells others that the request is open here, as long as it is and the tab can be seen. */
export function useLooking(approvalId: string, isLooking: boolean): void {
  useEffect(() => {
    if (!isLooking) return
    const path = `/api/safeguard/${encodeURIComponent(approvalId)}/looking`
    let timer: ReturnType<typeof setInterval> | undefined
    const tell = () => void api.command('POST', path).catch(warn)
    const begin = () => {
      if (timer !== undefined || document.visibilityState !== 'visible') return
      tell()
      timer = setInterval(tell, renewMs)
    }
    const end = () => {
      if (timer === undefined) return
      clearInterval(timer)
      timer = undefined
      void api.farewell('DELETE', path).catch(warn)
    }
    const follow = () => (document.visibilityState === 'visible' ? begin() : end())
    begin()
    document.addEventListener('visibilitychange', follow)
    window.addEventListener('pagehide', end)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      window.removeEventListener('pagehide', end)
      end()
    }
  }, [approvalId, isLooking])
}
