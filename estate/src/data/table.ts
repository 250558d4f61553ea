/**
 * Reads a text table (one row per line, cells separated by `|`) into objects.
 * Throws when a row has the wrong number of cells, so a slip in the data stops the start.
 */
export function parseTable<Column extends string>(columns: readonly Column[], text: string) {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      if (cells.length !== columns.length) throw new Error(`Demo data row has ${cells.length} cells: ${line}`)
      return Object.fromEntries(columns.map((column, index) => [column, cells[index]])) as Record<
        Column,
        string
      >
    })
}
