import type { Locale } from '@hub/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { setLocale } from '../i18n/setup.ts'
import { meQuery, saveLocale } from '../lib/session.ts'

/** Changes the language at once, then keeps it with the account. If that fails this browser still remembers it. */
export async function changeLocale(locale: Locale, client: QueryClient): Promise<void> {
  await setLocale(locale)
  try {
    const user = await saveLocale(locale)
    client.setQueryData(meQuery.queryKey, (me) => me && { ...me, user })
  } catch (error) {
    console.warn('The language was not kept with the account.', error)
  }
}
