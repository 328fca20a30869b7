/** Who asks. A token's answers follow from its owner's and its scope. */
export const actors = ['nobody', 'member', 'viewer', 'lead', 'formerLead', 'otherLead', 'admin', 'otherAdmin'] as const
export type ActorName = (typeof actors)[number]

/** Of whom or what: of people one's own entry too, of teams the one above. `other` belongs to another organisation, `missing` to none. */
export type Relation = 'self' | 'own' | 'below' | 'sibling' | 'above' | 'other' | 'missing' | 'all'

/** `+` is the route's own answer to who may. */
export type Expected = '+' | 401 | 403 | 404
export type Table = Readonly<Record<ActorName, Readonly<Partial<Record<Relation, Expected>>>>>

/** Reads a table as it is drawn: relations across, actors down. Throws where an actor or an answer is left out. */
function drawn(text: string): Table {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const table = Object.fromEntries(
    rows.map(([actor = '', ...answers]) => {
      if (answers.length !== head.length) throw new Error(`a row of ${actor} has ${answers.length} answers, not ${head.length}`)
      return [actor, Object.fromEntries(head.map((relation, at) => [relation, answers[at] === '+' ? '+' : Number(answers[at])]))]
    }),
  )
  for (const actor of actors) if (!(actor in table)) throw new Error(`no answers for ${actor}`)
  return table as Table
}

/** `own` is the team of the member, the viewer and the lead; `below` stands below it, `sibling` beside it. The former lead led `own` until yesterday. */
export const tables = {
  everyone: drawn(`
    all
    nobody      401
    member      +
    viewer      +
    lead        +
    formerLead  +
    otherLead   +
    admin       +
    otherAdmin  +
  `),
  admins: drawn(`
    all
    nobody      401
    member      403
    viewer      403
    lead        403
    formerLead  403
    otherLead   403
    admin       +
    otherAdmin  +
  `),
  leadsAndAdmins: drawn(`
    all
    nobody      401
    member      403
    viewer      403
    lead        +
    formerLead  403
    otherLead   +
    admin       +
    otherAdmin  +
  `),
  anybody: drawn(`
    all
    nobody      +
    member      +
    viewer      +
    lead        +
    formerLead  +
    otherLead   +
    admin       +
    otherAdmin  +
  `),
  directory: drawn(`
                self  own   below sibling other missing
    nobody      401   401   401   401     401   401
    member      +     +     +     +       404   404
    viewer      +     +     +     +       404   404
    lead        +     +     +     +       404   404
    formerLead  +     +     +     +       404   404
    otherLead   +     +     +     +       404   404
    admin       +     +     +     +       404   404
    otherAdmin  +     404   404   404     404   404
  `),
  adminOfPeople: drawn(`
                self  own   below sibling other missing
    nobody      401   401   401   401     401   401
    member      403   403   403   403     403   403
    viewer      403   403   403   403     403   403
    lead        403   403   403   403     403   403
    formerLead  403   403   403   403     403   403
    otherLead   403   403   403   403     403   403
    admin       +     +     +     +       404   404
    otherAdmin  +     404   404   404     404   404
  `),
  ownEntry: drawn(`
                self  own   below sibling other missing
    nobody      401   401   401   401     401   401
    member      +     404   404   404     404   404
    viewer      +     404   404   404     404   404
    lead        +     404   404   404     404   404
    formerLead  +     404   404   404     404   404
    otherLead   +     404   404   404     404   404
    admin       +     404   404   404     404   404
    otherAdmin  +     404   404   404     404   404
  `),
  ratings: drawn(`
                self  own   below sibling other missing
    nobody      401   401   401   401     401   401
    member      +     404   404   404     404   404
    viewer      +     404   404   404     404   404
    lead        +     +     +     404     404   404
    formerLead  +     404   404   404     404   404
    otherLead   +     404   404   +       404   404
    admin       +     +     +     +       404   404
    otherAdmin  +     404   404   404     404   404
  `),
  ownRatings: drawn(`
                self  own   below sibling other missing
    nobody      401   401   401   401     401   401
    member      +     404   404   404     404   404
    viewer      +     404   404   404     404   404
    lead        +     403   403   404     404   404
    formerLead  +     404   404   404     404   404
    otherLead   +     404   404   403     404   404
    admin       +     403   403   403     404   404
    otherAdmin  +     404   404   404     404   404
  `),
  leadRatings: drawn(`
                self  own   below sibling other missing
    nobody      401   401   401   401     401   401
    member      403   404   404   404     404   404
    viewer      403   404   404   404     404   404
    lead        403   +     +     404     404   404
    formerLead  403   404   404   404     404   404
    otherLead   403   404   404   +       404   404
    admin       403   403   403   403     404   404
    otherAdmin  403   404   404   404     404   404
  `),
  teams: drawn(`
                own   below sibling above other missing
    nobody      401   401   401     401   401   401
    member      +     +     +       +     404   404
    viewer      +     +     +       +     404   404
    lead        +     +     +       +     404   404
    formerLead  +     +     +       +     404   404
    otherLead   +     +     +       +     404   404
    admin       +     +     +       +     404   404
    otherAdmin  404   404   404     404   404   404
  `),
  adminOfTeams: drawn(`
                own   below sibling above other missing
    nobody      401   401   401     401   401   401
    member      403   403   403     403   403   403
    viewer      403   403   403     403   403   403
    lead        403   403   403     403   403   403
    formerLead  403   403   403     403   403   403
    otherLead   403   403   403     403   403   403
    admin       +     +     +       +     404   404
    otherAdmin  404   404   404     404   404   404
  `),
  ledTeams: drawn(`
                own   below sibling above other missing
    nobody      401   401   401     401   401   401
    member      404   404   404     404   404   404
    viewer      404   404   404     404   404   404
    lead        +     +     404     404   404   404
    formerLead  404   404   404     404   404   404
    otherLead   404   404   +       404   404   404
    admin       +     +     +       +     404   404
    otherAdmin  404   404   404     404   404   404
  `),
  answeredTeams: drawn(`
                own   below sibling above other missing
    nobody      401   401   401     401   401   401
    member      +     403   403     403   404   404
    viewer      403   403   403     403   404   404
    lead        +     +     403     403   404   404
    formerLead  403   403   403     +     404   404
    otherLead   403   403   +       403   404   404
    admin       +     +     +       +     404   404
    otherAdmin  404   404   404     404   404   404
  `),
  reports: drawn(`
                own   sibling other missing
    nobody      401   401     401   401
    member      404   404     404   404
    viewer      404   404     404   404
    lead        +     404     404   404
    formerLead  404   404     404   404
    otherLead   404   +       404   404
    admin       +     +       404   404
    otherAdmin  404   404     404   404
  `),
  versions: drawn(`
                own   other missing
    nobody      401   401   401
    member      +     404   404
    viewer      +     404   404
    lead        +     404   404
    formerLead  +     404   404
    otherLead   +     404   404
    admin       +     404   404
    otherAdmin  404   404   404
  `),
  ownSession: drawn(`
                self  own   other missing
    nobody      401   401   401   401
    member      +     404   404   404
    viewer      +     404   404   404
    lead        +     404   404   404
    formerLead  +     404   404   404
    otherLead   +     404   404   404
    admin       +     404   404   404
    otherAdmin  +     404   404   404
  `),
  adminOfTokens: drawn(`
                self  own   other missing
    nobody      401   401   401   401
    member      403   403   403   403
    viewer      403   403   403   403
    lead        403   403   403   403
    formerLead  403   403   403   403
    otherLead   403   403   403   403
    admin       +     +     404   404
    otherAdmin  +     404   404   404
  `),
} as const satisfies Record<string, Table>
