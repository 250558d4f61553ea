import { SupportTemplate, SupportTemplates, TemplateHistory } from '@hub/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

export type TemplateKey = Pick<SupportTemplate, 'name' | 'language'>

const base = '/api/workflows/templates'
const pathOf = ({ name, language }: TemplateKey) => `${base}/${name}/${language}`
const queryKey = [...queryKeys.workflows, 'templates'] as const

/** Every text for clients, as it is in force. */
export const templatesQuery = queryOptions({
  queryKey: [...queryKey, 'list'],
  queryFn: ({ signal }) => api.get(base, SupportTemplates, { signal }),
})

/** Who changed a text, the last change first. */
export const historyQuery = (key: TemplateKey) =>
  queryOptions({
    queryKey: [...queryKey, 'history', key.name, key.language],
    queryFn: ({ signal }) => api.get(`${pathOf(key)}/history`, TemplateHistory, { signal }),
  })

/** Puts a text in force, or without a body the built-in one; afterwards all is read again, also after a refusal. */
export function useChangeTemplate(key: TemplateKey) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, seen }: { body: string | null; seen: string }) =>
      body === null
        ? api.delete(pathOf(key), SupportTemplate, { seen })
        : api.put(pathOf(key), SupportTemplate, { body, seen }),
    onSuccess: (saved) =>
      client.setQueryData(
        templatesQuery.queryKey,
        (old) => old && { items: old.items.map((one) => (isSame(one, saved) ? saved : one)) },
      ),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}

const isSame = (a: TemplateKey, b: TemplateKey) => a.name === b.name && a.language === b.language
