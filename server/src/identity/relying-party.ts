/** For whom a passkey is made, as WebAuthn calls it: the host name that it works on, and the origin that a browser has to say it was asked by. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

export const relyingPartyOf = (origin: string): RelyingParty => ({ id: new URL(origin).hostname, origin: new URL(origin).origin })
