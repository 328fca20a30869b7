import type { Source } from '@plumbline/shared/frameworks/pack-source.ts'

// What fields hold and what entries hold: text that may be left blank, one word per line, rows that can be told apart while they are edited.

/** A row of a list that is being edited. */
export interface Keyed {
  readonly key: string
}

let last = 0
/** Tells rows apart while they are edited. */
export const nextKey = (): string => `row-${++last}`

export const keyed = <Row extends object>(rows: readonly Row[]): (Row & Keyed)[] => rows.map((row) => ({ ...row, key: nextKey() }))

/** Blank is left out. */
export const optional = <Name extends string>(name: Name, text: string): { [Key in Name]?: string } =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as { [Key in Name]: string })

/** Blank is null: nothing is known. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const fromLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const toLines = (items: readonly string[]): string => items.join('\n')

/** Not a number where it says none; the schema then asks for one. */
export const toNumber = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')))

export interface SourceRow extends Keyed {
  readonly document: string
  readonly section: string
  readonly printed: string
}

export const sourceRows = (sources: readonly Source[]): SourceRow[] =>
  keyed(sources.map(({ document, section, printed }) => ({ document, section, printed: printed ?? '' })))

export const fromSourceRows = (rows: readonly SourceRow[]) =>
  rows.map(({ document, section, printed }) => ({ document, section: section.trim(), ...optional('printed', printed) }))
