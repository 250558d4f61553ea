import { type SupportTemplate, TemplateLanguage, TemplateName, templateLanguages } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { NativeSelect } from '../../../calls/native-select.tsx'
import { useLocale } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { Field } from '../../../ui/field.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextEditor } from './text-editor.tsx'

/** The texts at the left, one of them in one language at the right; which one is in the address. */
export function TextsView({ templates }: { templates: readonly SupportTemplate[] }) {
  const { t } = useTranslation('workflows')
  const locale = useLocale()
  const [params, setParams] = useSearchParams()
  const name = TemplateName.safeParse(params.get('text')).data ?? 'ask_who'
  const language = TemplateLanguage.safeParse(params.get('language')).data ?? locale
  const template = templates.find((one) => one.name === name && one.language === language)
  const open = (change: Record<string, string>) => setParams({ text: name, language, ...change })
  return (
    <div className="grid max-w-[1280px] gap-x-8 gap-y-4 lg:grid-cols-[280px_minmax(0,1fr)]">
      <div className="flex flex-col gap-3">
        <p className="text-muted text-sm">{t('texts.help')}</p>
        <nav aria-label={t('texts.choose')} className="flex flex-col max-lg:hidden">
          {TemplateName.options.map((one) => (
            <Link
              key={one}
              to={{ search: `?text=${one}&language=${language}` }}
              aria-current={one === name ? 'page' : undefined}
              className={cn(
                'flex min-h-9 flex-col justify-center rounded-control px-2.5 py-1.5 text-sm hover:bg-hover',
                one === name && 'bg-selected font-medium',
              )}
            >
              {t(`texts.name.${one}`)}
              <EditedIn templates={templates.filter((each) => each.name === one)} />
            </Link>
          ))}
        </nav>
        <div className="lg:hidden">
          <Field label={t('texts.choose')}>
            <NativeSelect value={name} onChange={(text) => open({ text })}>
              {TemplateName.options.map((one) => (
                <option key={one} value={one}>
                  {t(`texts.name.${one}`)}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
      </div>
      {template && (
        <div className="flex min-w-0 flex-col gap-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 className="font-semibold text-lg max-lg:sr-only">{t(`texts.name.${name}`)}</h2>
            <Segmented<TemplateLanguage>
              label={t('texts.language')}
              value={language}
              onChange={(one) => open({ language: one })}
              options={templateLanguages.map((one) => ({ value: one, label: t(`texts.languages.${one}`) }))}
            />
          </div>
          <TextEditor key={`${name}:${language}`} template={template} />
        </div>
      )}
    </div>
  )
}

/** In which languages a text is not the built-in one. */
function EditedIn({ templates }: { templates: readonly SupportTemplate[] }) {
  const { t } = useTranslation('workflows')
  const edited = templates.filter(({ isEdited }) => isEdited)
  if (edited.length === 0) return null
  const languages = edited.map(({ language }) => t(`texts.languages.${language}`).toLowerCase()).join(', ')
  return <span className="font-normal text-muted text-xs">{t('texts.editedIn', { languages })}</span>
}
