import type { LoginInput } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { setLocale } from '../../i18n/setup.ts'
import { login, safeNext } from '../../lib/session.ts'
import { usePreferences } from '../../stores/preferences.ts'

/** Signs in, takes the language of the account unless this browser chose one, and goes where the person was. */
export function useSignIn() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  return useMutation({
    mutationFn: (input: LoginInput) => login(input),
    onSuccess: async ({ user }) => {
      client.clear()
      if (!usePreferences.getState().locale) await setLocale(user.locale)
      await navigate(safeNext(params.get('next')), { replace: true })
    },
  })
}
