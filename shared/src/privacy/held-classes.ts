/** What is held on a person, class by class, in words that they can use. The map of data in docs/privacy.md says the same by table. */
export interface HeldClass {
  readonly name: string
  /** What it is for. */
  readonly why: string
  readonly seenBy: string
  /** What becomes of it when the person is erased: `goes`, or the reason why it stays without them. */
  readonly erased: 'goes' | { readonly stays: string }
}

const self = 'You alone'
const selfAndServer = 'You; whoever runs the server could read it in the database'
const ratingReaders = 'You, the leads of your team and those above it, and admins'
const everyone = 'Everyone in the organisation'
const planners = 'Leads and admins who may plan for all teams of the report'

export const heldClasses = {
  profile: { name: 'Profile', why: 'To know who is in which team and what the role expects', seenBy: everyone, erased: 'goes' },
  account: { name: 'Account', why: 'To let you sign in, and nobody else as you', seenBy: selfAndServer, erased: 'goes' },
  signInMethods: { name: 'Ways to sign in', why: 'To check that it is you', seenBy: selfAndServer, erased: 'goes' },
  accountLinks: {
    name: 'Links that were mailed to you',
    why: 'To confirm an address or set a password',
    seenBy: selfAndServer,
    erased: 'goes',
  },
  sessions: { name: 'Sessions', why: 'To keep you signed in, and to show you where', seenBy: selfAndServer, erased: 'goes' },
  authenticatorApps: { name: 'Authenticator app', why: 'To ask for its codes when you sign in', seenBy: selfAndServer, erased: 'goes' },
  passkeys: { name: 'Passkeys', why: 'To let you sign in with them', seenBy: selfAndServer, erased: 'goes' },
  recoveryCodes: { name: 'Recovery codes', why: 'To let you in when a second factor is lost', seenBy: selfAndServer, erased: 'goes' },
  membership: { name: 'Membership', why: 'To know what you may see and do here', seenBy: 'You and admins', erased: 'goes' },
  leads: { name: 'Teams you lead', why: 'To know whose ratings you may read and give', seenBy: everyone, erased: 'goes' },
  invitations: { name: 'Sign-in links', why: 'To let you in the first time, or again', seenBy: 'Admins', erased: 'goes' },
  tokens: {
    name: 'Your tokens',
    why: 'To let programs of yours act for you',
    seenBy: 'You and admins, without the secret',
    erased: 'goes',
  },
  draft: { name: 'Your draft', why: 'To keep what you have not submitted yet', seenBy: self, erased: 'goes' },
  assessments: { name: 'Assessments', why: 'To keep answers of one sitting together', seenBy: ratingReaders, erased: 'goes' },
  ratings: { name: 'Ratings and notes', why: 'To see what you can do and what to learn next', seenBy: ratingReaders, erased: 'goes' },
  replies: { name: 'Replies to a lead’s rating', why: 'To let your words stand beside it', seenBy: ratingReaders, erased: 'goes' },
  levels: { name: 'Current levels', why: 'The newest ratings, kept ready for the heatmap', seenBy: ratingReaders, erased: 'goes' },
  aggregates: {
    name: 'Team figures you are part of',
    why: 'To show a team’s figures without showing anyone in it',
    seenBy: self,
    erased: 'goes',
  },
  aggregatesBefore: {
    name: 'Team figures you were part of',
    why: 'To keep two figures from telling about one person',
    seenBy: self,
    erased: 'goes',
  },
  tokensMade: {
    name: 'Tokens you made for the organisation',
    why: 'To know whom to ask about a program',
    seenBy: 'Admins',
    erased: {
      stays: 'A program of the organisation works with it until an admin ends it. The id that it keeps of its maker leads to nobody.',
    },
  },
  ratingsGiven: {
    name: 'Ratings you gave as a lead',
    why: 'The person rated can see who said so',
    seenBy: 'The person, their leads and admins',
    erased: { stays: 'A rating is held on the person who was rated. It stays with them and no longer says that you gave it.' },
  },
  practiceAnswers: {
    name: 'Answers to checklists',
    why: 'To know what a team practises, and whom to ask',
    seenBy: everyone,
    erased: { stays: 'An answer is the team’s. It stays, with its words, and no longer says who gave it.' },
  },
  reports: {
    name: 'Hiring reports you made',
    why: 'To know who took figures out',
    seenBy: planners,
    erased: { stays: 'A report counts people and names none. It stays and no longer says who made it.' },
  },
  frameworks: {
    name: 'Framework versions you published',
    why: 'To know who changed what everyone is measured with',
    seenBy: everyone,
    erased: { stays: 'The organisation measures with it. It stays and no longer says who published it.' },
  },
  frameworkDraft: {
    name: 'Framework draft you changed last',
    why: 'To know whom to ask about it',
    seenBy: 'Admins',
    erased: { stays: 'The draft is the organisation’s. It stays and no longer says who changed it.' },
  },
  readsOfYou: {
    name: 'Who read what is held on you',
    why: 'To let you see who opened it, when and what for',
    seenBy: 'You; the reader, what they opened',
    erased: { stays: 'A read is of many people at once and may not be changed by anyone. It stays with your id, which leads to nobody.' },
  },
  readsByYou: {
    name: 'What you opened of others',
    why: 'To let those who were read see it',
    seenBy: 'You and those who were read',
    erased: { stays: 'Those who were read keep it. It says “someone who left” in place of your name.' },
  },
  events: {
    name: 'Audit events by or about you',
    why: 'To find out what went wrong, and who did what',
    seenBy: 'Admins',
    erased: {
      stays:
        'The trail may not be changed by anyone. What it says of you is sealed with a key of yours, and the key is destroyed: ids, times and kinds of events are left, which lead to nobody.',
    },
  },
} as const satisfies Record<string, HeldClass>

export type HeldKey = keyof typeof heldClasses
export const heldKeys = Object.keys(heldClasses) as HeldKey[]

/** What the organisation uses it all for. */
export const heldPurposes = [
  'To show each person what they can do, what their role expects and what to learn next.',
  'To show teams what they can do together and what would stop if someone were away.',
  'To plan what to learn, whom to lend and whom to hire.',
] as const
