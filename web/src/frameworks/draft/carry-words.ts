import type { Carry } from '@plumbline/shared/frameworks/carry.ts'

const kinds = [
  { list: 'skills', one: 'skill' },
  { list: 'practices', one: 'practice' },
  { list: 'roles', one: 'role' },
] as const

const counted = (count: number, one: string, happened: string): string[] =>
  count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'} ${happened}`]

/** What a version did to the entries of the one before it, in a few words each: "1 skill split". Empty where it took nothing away. */
export const carryWords = (carry: Carry): string[] =>
  kinds.flatMap(({ list, one }) => {
    const heirs = Object.values(carry[list])
    const having = (wanted: (count: number) => boolean) => heirs.filter(({ length }) => wanted(length)).length
    return [
      ...counted(
        having((count) => count > 1),
        one,
        'split',
      ),
      ...counted(
        having((count) => count === 1),
        one,
        'replaced',
      ),
      ...counted(
        having((count) => count === 0),
        one,
        'dropped',
      ),
    ]
  })
