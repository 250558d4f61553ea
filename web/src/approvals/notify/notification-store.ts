import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface NotificationChoices {
  /** The reader has read a request in full, or decided on one: from then on an offer makes sense. */
  hasMetRequest: boolean
  isDismissed: boolean
}

/** What this browser remembers about notifications; the permission itself is the browser's. */
export const useNotificationChoices = create<NotificationChoices>()(
  persist((): NotificationChoices => ({ hasMetRequest: false, isDismissed: false }), {
    name: 'hub.notifications',
  }),
)

/** The reader has met a request that is theirs to decide. */
export function noteRequestMet(): void {
  if (!useNotificationChoices.getState().hasMetRequest)
    useNotificationChoices.setState({ hasMetRequest: true })
}

/** The reader wants to hear no more about notifications. */
export function dismissOffer(): void {
  useNotificationChoices.setState({ isDismissed: true })
}
