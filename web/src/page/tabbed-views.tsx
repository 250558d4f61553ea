import { type Accreditation, hasAccreditation } from '@hub/contracts'
import type { ComponentType } from 'react'
import { useParams } from 'react-router'
import { useMe } from '../lib/session.ts'
import { cn } from '../ui/class-names.ts'
import { LinkTabs } from './link-tabs.tsx'
import { NoRight } from './no-right.tsx'

interface View<K> {
  key: K
  /** Last part of its address; the first view has the address of the page. */
  path: string | undefined
  from: Accreditation
  component: ComponentType
}

interface TabbedViewsProps<K> {
  /** Address of the page. */
  at: string
  views: readonly [View<K>, ...View<K>[]]
  /** Name of the tabs, for screen readers. */
  label: string
  nameOf: (key: K) => string
  className?: string
}

/** The view that the address names, under the tabs of those that the reader may open. */
export function TabbedViews<K extends string>({ at, views, label, nameOf, className }: TabbedViewsProps<K>) {
  const { user } = useMe()
  const { view: path } = useParams()
  const { from, component: View } = views.find((one) => one.path === path) ?? views[0]
  if (!hasAccreditation(user.accreditation, from)) return <NoRight needed={from} />
  const open = views.filter((view) => hasAccreditation(user.accreditation, view.from))
  const tabs = open.map((view) => ({ to: view.path ? `${at}/${view.path}` : at, label: nameOf(view.key) }))
  return (
    <div className={cn('flex max-w-[1120px] flex-col gap-6 p-4 md:p-6 md:pt-3', className)}>
      <LinkTabs label={label} tabs={tabs} />
      <View />
    </div>
  )
}
