const quoteStarts = [
  /^\s*>/,
  /^\s*(le|on)\b.{4,120}\b(a [ée]crit|wrote)\s*:?\s*$/i,
  /^\s*-{2,}\s*(message d.origine|original message|forwarded message|message transf[ée]r[ée]).*$/i,
  /^\s*(de|from)\s*:\s.+@/i,
  /^\s*_{8,}\s*$/,
]
const signatureStarts = [
  /^--\s*$/,
  /^\s*(cordialement|bien [àa] vous|regards|best regards|kind regards|sent from my|envoy[ée] de mon)\b/i,
]

/** What a person wrote in a mail or followup: quoted mail, the signature and HTML are cut off. */
export function ownWords(text: string): string {
  const plain = text
    .replace(/<(br|\/p|\/div|\/li)[^>]*>/gi, '\n')
    .replace(/<blockquote[\s\S]*?<\/blockquote>/gi, '\n')
    .replace(/<[a-z/][^<>]*>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&#0?39;|&rsquo;/gi, "'")
  const lines = plain.split(/\r?\n/)
  const end = lines.findIndex((line) =>
    [...quoteStarts, ...signatureStarts].some((start) => start.test(line)),
  )
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim()
}
