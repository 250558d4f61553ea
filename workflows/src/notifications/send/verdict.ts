/** What became of one attempt; reasons hold no address and no text of the receiver beyond a known word. */
export type Verdict =
  | { kind: 'sent'; note?: string }
  | { kind: 'retry'; reason: string; afterMs?: number }
  | { kind: 'give_up'; reason: string }
  /** The receiver says that it is gone for good. */
  | { kind: 'disable'; reason: string }
