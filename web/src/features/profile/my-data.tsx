import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { setLocale } from '../../i18n/setup.ts'
import { useLocale } from '../../i18n/use-locale.ts'
import { meQuery, saveLocale, useMe } from '../../lib/session.ts'
import { setTheme, themes, usePreferences } from '../../stores/preferences.ts'
import { Badge } from '../../ui/badge.tsx'
import { FactTable } from '../../ui/fact-table.tsx'
import { Segmented } from '../../ui/segmented.tsx'

/** Name, login and accreditation in words; language and theme to choose. */
export function MyData() {
  const { t } = useTranslation('profile')
  const { t: tFrame } = useTranslation('frame')
  const { user } = useMe()
  const theme = usePreferences((preferences) => preferences.theme)
  return (
    <div className="flex flex-col gap-4 rounded-card border bg-surface p-4">
      <FactTable
        facts={[
          {
            key: 'name',
            label: t('me.name'),
            value: <span className="font-medium">{user.displayName}</span>,
          },
          { key: 'login', label: t('me.login'), value: <code className="text-sm">{user.login}</code> },
          { key: 'email', label: t('me.email'), value: user.email ?? t('me.noEmail') },
          {
            key: 'accreditation',
            label: t('me.accreditation'),
            value: (
              <span className="flex flex-wrap items-center gap-x-2">
                <Badge tone="info">{user.accreditation}</Badge>
                {t(`accreditation.${user.accreditation}`)}
              </span>
            ),
          },
        ]}
      />
      <p className="text-muted text-sm">{t('me.whoChanges')}</p>
      <div className="flex flex-wrap gap-x-8 gap-y-4 border-t pt-4">
        <LanguageChoice />
        <div className="flex flex-col items-start gap-1">
          <span className="font-medium text-sm">{tFrame('theme.title')}</span>
          <Segmented
            label={tFrame('theme.title')}
            value={theme}
            onChange={setTheme}
            options={themes.map((option) => ({ value: option, label: tFrame(`theme.${option}`) }))}
          />
        </div>
      </div>
    </div>
  )
}

function LanguageChoice() {
  const { t } = useTranslation('profile')
  const { t: tFrame } = useTranslation('frame')
  const locale = useLocale()
  const client = useQueryClient()
  const choose = async (chosen: 'fr' | 'en') => {
    await setLocale(chosen)
    const user = await saveLocale(chosen)
    client.setQueryData(meQuery.queryKey, (me) => me && { ...me, user })
  }
  return (
    <div className="flex flex-col items-start gap-1">
      <span className="font-medium text-sm">{tFrame('language.title')}</span>
      <Segmented
        label={tFrame('language.title')}
        value={locale}
        onChange={(chosen) =>
          void choose(chosen).catch((error: unknown) => console.warn(t('me.languageNotKept'), error))
        }
        options={(['fr', 'en'] as const).map((option) => ({
          value: option,
          label: tFrame(`language.${option}`),
        }))}
      />
    </div>
  )
}
