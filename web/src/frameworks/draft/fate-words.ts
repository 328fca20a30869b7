/** What becomes of what hangs on an entry that is removed. */
export const fateWords = {
  skills: {
    drop: 'Nobody is asked for it any more. Its ratings stay in the history of the versions before, and count nowhere else.',
    others: 'New skills take over',
    heirs: 'Everybody’s ratings of it are copied to them, with their day, and what refers to it refers to them.',
    none: 'Only a skill that is new in this draft can take over: add it first. One that has ratings of its own keeps those.',
  },
  practices: {
    drop: 'No team is asked for it any more. Its answers stay in the history of the versions before, and count nowhere else.',
    others: 'New practices take over',
    heirs: 'The teams’ answers to it are copied to them, with their evidence and day.',
    none: 'Only a practice that is new in this draft can take over: add it first. One that has answers of its own keeps those.',
  },
  roles: {
    drop: 'People in this role have no role afterwards, and what a team needs of it is forgotten.',
    others: 'Another role takes over',
    heirs: 'People in this role have that one afterwards, and so has what a team needs of it.',
    none: 'There is no other role. Add it first.',
  },
} as const
