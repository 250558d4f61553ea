/** Look of one place of the bottom bar. */
export const bottomBarItem =
  'relative flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-muted text-xs [&_svg]:size-5'
