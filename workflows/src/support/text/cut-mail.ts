/** The parts of a mail: what its writer says, and the letter that he passes on, if any. */
export interface MailParts {
  own: string
  quoted: string
  signature: string
  forwarded: { from: string | null; text: string } | null
}

const separator =
  /^\s*(?:-{2,}\s*(?:message d.origine|original message|message original|forwarded message|message transf\S*|mail original)\s*-{2,}|_{10,}|(?:le|on)\b.{3,120}(?:a \S?crit|wrote)\s*:?\s*$|(?:de|from|exp\S+diteur)\s*:\s*\S.*)$/iu
const fromLine = /^\s*(?:de|from)\s*:\s*(.+)$/im
const headerLine = /^\s*(?:de|from|envoy\S+|sent|\u00e0|to|cc|objet|subject|date|importance)\s*:.*$/iu
const signOff =
  /^\s*(?:(?:tr\S+s |bien )?cordialement|cdt|bien \S+ vous|salutations|(?:best|kind|warm)?\s*regards|sincerely|yours|-- ?|envoy\S+ de(?:puis)? mon|sent from my|ce message et ses|this e?-?mail is confidential)\b/iu
const legal = /^\s*(?:ce (?:message|courriel)|this e?-?mail|si vous n.\S+tes pas le destinataire)\b/iu

function indexOfLine(lines: string[], test: (line: string, index: number) => boolean): number {
  const at = lines.findIndex(test)
  return at === -1 ? lines.length : at
}

function cutSignature(lines: string[]): { said: string[]; signature: string[] } {
  // A sign-off at the very start is the whole message of somebody who signs only.
  const at = indexOfLine(lines, (line, index) => (index > 0 && signOff.test(line)) || legal.test(line))
  return { said: lines.slice(0, at), signature: lines.slice(at) }
}

function readForwarded(lines: string[]): MailParts['forwarded'] {
  const block = lines.join('\n')
  const from = fromLine.exec(block)?.[1]?.trim() ?? null
  const body = lines.filter((line) => !headerLine.test(line) && !separator.test(line) && !/^\s*>/.test(line))
  const { said } = cutSignature(body)
  const text = said.join('\n').trim()
  return text === '' ? null : { from, text }
}

/** Cuts a plain mail text into what is said, quoted, signed and passed on. `isForward` when its title says so. */
export function cutMail(text: string, isForward: boolean): MailParts {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const at = indexOfLine(lines, (line) => separator.test(line))
  const before = lines.slice(0, at)
  const { said, signature } = cutSignature(before.filter((line) => !/^\s*>/.test(line)))
  const rest = lines.slice(at)
  const quoted = [...before.filter((line) => /^\s*>/.test(line)), ...rest].join('\n')
  const own = said.join('\n').trim()
  const isPassedOn = isForward || (own === '' && rest.length > 0)
  return {
    own,
    quoted,
    signature: signature.join('\n').trim(),
    forwarded: isPassedOn ? readForwarded(rest) : null,
  }
}
