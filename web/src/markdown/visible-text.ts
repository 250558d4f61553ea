// Characters that turn the writing direction around: they make `exe.pdf` out of `fdp.exe`.
const turning = /[\u061c\u202a-\u202e\u2066-\u2069]/g

/** Text in which the characters that reorder what is read are shown by their code, e.g. `‹U+202E›`. */
export function visibleText(text: string): string {
  return text.replace(turning, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `\u2039U+${code}\u203a`
  })
}
