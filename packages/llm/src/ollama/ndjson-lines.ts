function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** Passes whole lines of JSON and drops anything else, which the package would print on the console. */
export function keepJsonLines(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  let rest = ''
  const forward = (lines: string[], controller: TransformStreamDefaultController<Uint8Array>) => {
    for (const line of lines) if (isJson(line)) controller.enqueue(encoder.encode(`${line}\n`))
  }
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      forward(lines, controller)
    },
    flush: (controller) => forward([rest + decoder.decode()], controller),
  })
}
