/** The longest line or event of a model server that is read, in characters or bytes: an answer comes in small pieces. */
export const longestLine = 1_000_000
