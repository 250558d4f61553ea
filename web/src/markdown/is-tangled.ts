const mostMarks = 800
const mostBrackets = 2_000
const deepContainers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){40}/m
const deepIndent = /^[ \t]{80,}(?:[-*+]|\d{1,9}[.)])[ \t]/m
const longRun = /[*_~]{100}/

/**
 * True for a block that no person writes and whose reading would take seconds or fill the stack: quotes, lists or
 * emphasis nested dozens of levels deep, thousands of brackets. It is shown as it was written.
 */
export function isTangled(text: string): boolean {
  if (deepContainers.test(text) || deepIndent.test(text) || longRun.test(text)) return true
  return count(text, /[*_~]+/g) > mostMarks || count(text, /[[\]]/g) > mostBrackets
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found += 1
  return found
}
