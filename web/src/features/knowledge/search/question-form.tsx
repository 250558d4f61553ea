import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'

interface QuestionFormProps {
  query: string
  client: string
  isBusy: boolean
  onAsk: (query: string, client: string) => void
}

/** The question, and the client it is about when there is one. */
export function QuestionForm({ query: asked, client: about, isBusy, onAsk }: QuestionFormProps) {
  const { t } = useTranslation('knowledge')
  const [query, setQuery] = useState(asked)
  const [client, setClient] = useState(about)
  const [shown, setShown] = useState({ asked, about })
  if (shown.asked !== asked || shown.about !== about) {
    setShown({ asked, about })
    setQuery(asked)
    setClient(about)
  }
  return (
    <search>
      <form
        className="flex flex-wrap items-end gap-2 max-md:flex-col max-md:items-stretch"
        onSubmit={(event) => {
          event.preventDefault()
          if (query.trim().length >= 2) onAsk(query.trim(), client.trim())
        }}
      >
        <span className="min-w-0 flex-1 md:max-w-xl">
          <Field label={t('search.query')}>
            <Input
              type="search"
              maxLength={500}
              placeholder={t('search.queryHint')}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          </Field>
        </span>
        <span className="md:w-56">
          <Field label={t('search.client')}>
            <Input maxLength={200} value={client} onChange={(event) => setClient(event.target.value)} />
          </Field>
        </span>
        <Button
          type="submit"
          variant="primary"
          className="max-md:h-11"
          busy={isBusy}
          disabled={query.trim().length < 2}
        >
          <Search aria-hidden />
          {t('search.submit')}
        </Button>
      </form>
    </search>
  )
}
