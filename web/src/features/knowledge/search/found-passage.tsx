import type { SearchExplanation, TriedSearch } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MarkBadge } from '../../../passages/mark-badge.tsx'
import { passageLink } from '../../../passages/passage-link.ts'
import { Badge } from '../../../ui/badge.tsx'
import { MarkedWords } from './marked-words.tsx'
import { plainText } from './plain-text.ts'
import { Why } from './why.tsx'

interface FoundPassageProps {
  passage: TriedSearch['passages'][number]
  place: number
  /** The longest bar of all. */
  most: number
  why: SearchExplanation['passages'][number] | undefined
}

/** A passage with the words that were found in it, and beside it why it is in this place. */
export function FoundPassage({ passage, place, most, why }: FoundPassageProps) {
  const { t } = useTranslation('knowledge')
  const { title, headingPath, kind, mark, content, documentId, chunkId } = passage
  const heading = [title, ...headingPath.filter((one) => one !== title)].join(' › ')
  return (
    <li className="grid gap-x-6 gap-y-3 border-b py-4 md:grid-cols-[minmax(0,1fr)_300px]">
      <div className="flex min-w-0 flex-col items-start gap-2">
        <h2 className="flex gap-2 text-base max-md:items-baseline">
          <span className="text-muted tabular">{place}.</span>
          <Link
            to={passageLink(documentId, chunkId)}
            className="font-medium underline-offset-2 hover:underline max-md:inline-block max-md:py-1.5"
          >
            {heading}
          </Link>
        </h2>
        <span className="flex flex-wrap gap-1">
          <Badge>{t(`kind.${kind}`)}</Badge>
          {mark && <MarkBadge mark={mark} />}
        </span>
        <p className="line-clamp-5 max-w-[80ch] whitespace-pre-line break-words text-sm">
          <MarkedWords text={plainText(content)} stems={why?.words.flatMap(({ found }) => found) ?? []} />
        </p>
      </div>
      {why && <Why why={why} most={most} isLowered={mark?.state === 'open'} />}
    </li>
  )
}
