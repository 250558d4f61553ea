import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../../page/loaded.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { policyQuery } from '../policy-api.ts'
import { PolicyFacts } from './policy-facts.tsx'
import { YamlCode } from './yaml-code.tsx'

/** The policy in force as its file would say it, shipped rules included. */
export function YamlView() {
  const { t } = useTranslation('policy')
  const query = useQuery(policyQuery)
  return (
    <Loaded query={query} failed={t('failed')}>
      {(inForce) => (
        <>
          <PolicyFacts inForce={inForce} />
          <figure className="overflow-hidden rounded-card border bg-surface">
            <figcaption className="flex items-center justify-between border-b bg-sunken py-0.5 pr-1 pl-3 text-muted text-xs">
              {t('yaml.caption')}
              <CopyButton value={inForce.text} label={t('yaml.copy')} />
            </figcaption>
            <YamlCode text={inForce.text} />
          </figure>
        </>
      )}
    </Loaded>
  )
}
