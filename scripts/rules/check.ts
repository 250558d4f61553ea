/** What a check looks at. */
export interface Repository {
  /** Absolute path of the repository. */
  root: string
  /** Files relative to the root; see `trackedFiles`. */
  files: readonly string[]
}

export interface CheckResult {
  /** One text per thing that is wrong; empty means that the check passed. */
  problems: string[]
  /** A few words shown beside the result. */
  note?: string
}

/** One static check of `npm run verify`. */
export interface Check {
  name: string
  run(repository: Repository): Promise<CheckResult>
}
