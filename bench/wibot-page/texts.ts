export type Shape = 'mixed' | 'paragraph' | 'list' | 'code'

const words =
  'the access switch of the clinic answers but its ports have shown errors since this morning and the backup waits'.split(
    ' ',
  )
const run = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => words[(from + index * 7) % words.length]).join(' ')

/** A text of about `count` words; the same for the same arguments. */
export function textOf(shape: Shape, count: number): string {
  if (shape === 'paragraph') return run(0, count)
  if (shape === 'list') return lines(count, 12, (rank) => `- **poste ${rank}** : ${run(rank, 9)}`)
  if (shape === 'code') return `\`\`\`powershell\n${lines(count, 6, (rank) => codeLine(rank))}\n\`\`\`\n`
  return Array.from({ length: Math.ceil(count / 165) }, (_, rank) => section(rank)).join('\n')
}

function lines(count: number, perLine: number, line: (rank: number) => string): string {
  return Array.from({ length: Math.ceil(count / perLine) }, (_, rank) => line(rank)).join('\n')
}

const codeLine = (rank: number) =>
  `Get-ADUser -Identity "poste-${rank}" | Select-Object Name, Enabled # ${rank}`

function section(rank: number): string {
  return `### Partie ${rank + 1}

Le point **${rank}** : ${run(rank, 40)} ([the site](https://exemple.test/${rank})). ${run(rank + 3, 25)} \`srv-${rank}\`.

- ${run(rank, 9)} ;
- ${run(rank + 1, 9)} ;
- ${run(rank + 2, 9)}.

| poste | state | depuis |
|---|---|---|
| PC-${rank} | en service | 08:1${rank % 10} |
| PC-${rank + 1} | **stopped** | 09:2${rank % 10} |

\`\`\`powershell
${codeLine(rank)}
Test-NetConnection -ComputerName srv-${rank} -Port 445
\`\`\`

${run(rank + 5, 35)}
`
}
