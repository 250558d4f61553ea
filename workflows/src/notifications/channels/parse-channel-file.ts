import { ConfigError, type FileProblem, lineOfPlace, tellProblem } from '@hub/kernel'
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { ChannelFile } from './channel-file.ts'

export interface ParsedFile {
  file: ChannelFile
  /** @throws ConfigError with the lines of the problems, if there are any */
  refuse(problems: FileProblem[]): void
}

const mostShown = 5

/**
 * Reads YAML text as channels. No message quotes the text: it holds secrets.
 * @throws ConfigError that names each wrong place with its line
 */
export function parseChannelFile(text: string): ParsedFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) throw unreadable(lines.linePos(broken.pos[0]).line, broken.code)
  const refuse = (problems: FileProblem[]) => {
    if (problems.length === 0) return
    const told = problems
      .slice(0, mostShown)
      .map((problem) => `line ${lineOfPlace({ document, lines }, problem.path)}: ${tellProblem(problem)}`)
    throw new ConfigError(told.join('; '))
  }
  const parsed = ChannelFile.safeParse(toValue(document))
  if (!parsed.success) {
    refuse(parsed.error.issues.flatMap(problemsOf))
    throw new ConfigError('cannot be read')
  }
  const { channels } = parsed.data
  refuse(
    channels.flatMap(({ name }, index) =>
      channels.findIndex((one) => one.name === name) < index
        ? [{ path: ['channels', index, 'name'], message: 'is the name of another channel' }]
        : [],
    ),
  )
  return { file: parsed.data, refuse }
}

function toValue(document: Document.Parsed): unknown {
  try {
    return document.toJS() ?? {}
  } catch (error) {
    // The parser's own words can hold a piece of the file.
    throw unreadable(1, error instanceof Error ? error.name : 'unknown')
  }
}

function unreadable(line: number, code: string): ConfigError {
  return new ConfigError(`line ${line}: cannot be read as YAML (${code})`)
}

/** An unknown key is wrong where it stands; it is named only if it looks like one. */
function problemsOf(issue: z.core.$ZodIssue): FileProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }]
  return issue.keys.map((key) =>
    /^\w{1,30}$/.test(key)
      ? { path: [...issue.path, key], message: 'is not expected' }
      : { path: issue.path, message: 'holds a key that is not expected' },
  )
}
