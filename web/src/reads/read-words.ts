import type { Read } from '@plumbline/shared/reads/contract.ts'

/** Who it was, as far as they are still here. */
export function readerWords({ reader }: Pick<Read, 'reader'>): string {
  const who = reader.name ?? 'Someone who left'
  return reader.token ? `A token of ${reader.name ?? 'someone who left'}` : who
}

/** What they saw of me. */
export function openedWords({ what, team, people, rows }: Pick<Read, 'what' | 'team' | 'people' | 'rows'>): string {
  const others = people - 1
  const along = others === 0 ? '' : ` and those of ${others === 1 ? 'one other person' : `${others.toLocaleString('en')} others`}`
  switch (what) {
    case 'heatmap':
      return `My levels${along}, in the heatmap of ${team ?? 'a team that is gone'}`
    case 'ratings':
      return 'My ratings of skills, with notes'
    case 'audit_export':
      return `What I did, in a file of the audit trail with ${(rows ?? 0).toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`
  }
}
