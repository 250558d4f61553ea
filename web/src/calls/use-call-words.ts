import { toolCatalog } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useText } from '../i18n/use-locale.ts'

/** A name in the middle of a sentence: "Compte" becomes "compte", "VIP" stays. */
export function inSentence(name: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** Names of tools, arguments, facts and values in the reader's language; what has no word keeps its technical name. */
export function useCallWords() {
  const { t } = useTranslation('calls')
  const { t: tUi } = useTranslation('ui')
  const text = useText()
  const words = (table: Record<string, string>) => (name: string) =>
    Object.hasOwn(table, name) ? (table[name] ?? name) : name
  return {
    tool: (name: string) => {
      const titles = toolCatalog.get(name)?.titles
      return titles ? text(titles) : name
    },
    argument: words(t('arguments', { returnObjects: true })),
    fact: words(t('facts', { returnObjects: true })),
    value: (value: unknown) => {
      if (typeof value === 'boolean') return tUi(value ? 'yes' : 'no')
      return typeof value === 'string' ? t('quoted', { value }) : String(value)
    },
  }
}
