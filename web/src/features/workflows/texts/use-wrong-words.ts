import { longestTemplate, type SupportTemplate } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { wrongText } from './wrong-text.ts'

/** @returns what is wrong with a text, as a sentence */
export function useWrongWords({ name, words }: SupportTemplate): (body: string) => string | undefined {
  const { t } = useTranslation('workflows')
  return (body) => {
    const wrong = wrongText(name, body)
    switch (wrong?.kind) {
      case undefined:
        return undefined
      case 'empty':
        return t('texts.empty')
      case 'tooLong':
        return t('texts.tooLong', { max: longestTemplate })
      case 'unknown': {
        const known = words.map((word) => `{${word}}`).join(', ')
        return t('texts.unknown', { words: wrong.words.join(', '), known })
      }
    }
  }
}
