import { type ReactNode, type Ref, useId } from 'react'

/** One step of the decision pane, under its small heading. */
export function Section(props: { title: string; ref?: Ref<HTMLElement>; children: ReactNode }) {
  const id = useId()
  return (
    <section ref={props.ref} aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="font-medium text-muted text-sm">
        {props.title}
      </h3>
      {props.children}
    </section>
  )
}
