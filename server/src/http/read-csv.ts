import { CsvError, parse } from 'csv-parse/sync'

export type Csv = { readonly rows: readonly (readonly string[])[]; readonly problem?: undefined } | { readonly problem: string }

/**
 * Splits a CSV text into trimmed cells: separated by comma, semicolon or tab, whichever the heading has most of, with or without a byte
 * order mark, with any line ends. Blank lines stay, so that a row's place is its line. A misplaced quote is answered with the line of its row.
 */
export function readCsv(text: string): Csv {
  // csv-parse counts the two characters of a Windows line end as two lines.
  const lines = text.replaceAll(/\r\n?/g, '\n')
  let line = 1
  try {
    const rows: string[][] = parse(lines, {
      bom: true,
      delimiter: delimiterOf(lines),
      record_delimiter: '\n',
      relax_column_count: true,
      trim: true,
      onRecord: (cells: string[], read) => {
        line = read.lines + 1
        return cells
      },
    })
    return { rows }
  } catch (error) {
    if (error instanceof CsvError) return { problem: misplacedQuote(line, error.code) }
    throw error
  }
}

const misplacedQuote = (line: number, code: string) =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? `In line ${line} a double quote opens a cell and none closes it. Close it, or take it away.`
    : `In line ${line} a double quote stands within a cell. Put the whole cell in double quotes and write each one within it twice.`

/** Quoted cells do not count: a heading may have any of the three within quotes. */
function delimiterOf(text: string): string {
  const heading = (text.split('\n', 1)[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const [best] = [',', ';', '\t'].map((sign) => ({ sign, times: heading.split(sign).length })).toSorted((a, b) => b.times - a.times)
  return best?.sign ?? ','
}
