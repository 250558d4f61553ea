import { type LoginInput, LoginResult, Me, User } from '@hub/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: queryKeys.me,
  queryFn: ({ signal }) => api.get('/api/auth/me', Me, { signal }),
  staleTime: 60_000,
})

/** The signed-in person. Only inside the frame, which shows nothing before it is known. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('useMe is used outside the frame')
  return data
}

/** Signs in; the session travels in a cookie that scripts cannot read. Throws ApiError. */
export function login(input: LoginInput): Promise<LoginResult> {
  return api.post('/api/auth/login', LoginResult, input)
}

/** Ends the session on the server. The caller leaves the page, and with it what was read. */
export function logout(): Promise<void> {
  return api.command('POST', '/api/auth/logout')
}

/** Keeps the language of the person with their account, for the sentences of the server. */
export function saveLocale(locale: User['locale']): Promise<User> {
  return api.patch('/api/auth/me', User, { locale })
}

/** The address of the sign-in page that comes back to `place` afterwards. */
export function loginPath(place: string): string {
  return place === '/' ? '/login' : `/login?next=${encodeURIComponent(place)}`
}

/** A place inside the application, or the home page: a link must not send a person to another site. */
export function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'
}
