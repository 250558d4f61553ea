const passedOver = [
  /(?:^|\/)\./,
  /(?:^|\/)README\.md$/,
  // What Word, editors, and file managers leave beside a document.
  /(?:^|\/)~\$[^/]*$/,
  /~$/,
  /\.(?:tmp|swp|bak|part|crdownload)$/i,
  /(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/i,
]

/** True for a path below the documents folder that is never meant as a document. */
export function isPassedOver(path: string): boolean {
  return passedOver.some((pattern) => pattern.test(path))
}
