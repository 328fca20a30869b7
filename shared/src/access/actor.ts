/** Who is acting: an account's place in one organisation, as it stands at this request. */
export interface Actor {
  readonly accountId: string
  readonly orgId: string
  readonly personId: string | null
  readonly role: 'admin' | 'member' | 'viewer'
  /** Every team this person leads: those named, and all below them. */
  readonly leads: ReadonlySet<string>
  /** Set for a token where it is at work on what says nothing of single people’s levels: none is within its reach, whatever its owner may see. */
  readonly withoutRatings?: true
}

export interface PersonRef {
  readonly id: string
  readonly teamId: string | null
}

export interface TeamRef {
  readonly id: string
}
