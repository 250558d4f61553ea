export interface HubNotification {
  title: string
  body: string
  /** One notification for each, however many tabs are open. */
  tag: string
  onOpen: () => void
}

/** What the browser lets the Hub do; `unsupported` also where the page is not secure. */
export function notificationPermission(): NotificationPermission | 'unsupported' {
  return 'Notification' in window && window.isSecureContext ? Notification.permission : 'unsupported'
}

/** Shows a notification where the reader allowed it; some phones refuse them to pages, which is said to the console. */
export function showNotification({ title, body, tag, onOpen }: HubNotification): void {
  if (notificationPermission() !== 'granted') return
  try {
    const shown = new Notification(title, { body, tag, icon: '/favicon.svg' })
    shown.onclick = () => {
      window.focus()
      shown.close()
      onOpen()
    }
  } catch (error) {
    console.warn('This browser shows no notification of a page.', error)
  }
}
