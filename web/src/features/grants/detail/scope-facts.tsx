import type { GrantScope } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useCallWords } from '../../../calls/use-call-words.ts'
import { FactTable } from '../../../ui/fact-table.tsx'

/** The exact scope: the tool, whose requests, and every fact that must be equal, with its technical name. */
export function ScopeFacts({ scope, requesterName }: { scope: GrantScope; requesterName: string }) {
  const { t } = useTranslation('grants')
  const words = useCallWords()
  const facts = [
    {
      key: 'tool',
      label: t('scope.tool'),
      value: (
        <>
          {words.tool(scope.toolName)} <code className="text-faint text-xs">{scope.toolName}</code>
        </>
      ),
    },
    { key: 'requester', label: t('scope.requester'), value: requesterName },
    ...Object.entries(scope.target).map(([name, value]) => ({
      key: `target.${name}`,
      label: t('scope.targetFact', { name: words.fact(name) }),
      value: words.value(value),
    })),
    ...Object.entries(scope.arguments).map(([name, value]) => ({
      key: `argument.${name}`,
      label: t('scope.argument', { name: words.argument(name) }),
      value: words.value(value),
    })),
    ...(scope.targetIds.length > 0
      ? [
          {
            key: 'ids',
            label: t('scope.ids'),
            value: (
              <ul>
                {scope.targetIds.map((id) => (
                  <li key={id}>
                    <code className="break-all text-sm">{id}</code>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ]
  return <FactTable facts={facts} />
}
