/** Why a sign-in by a provider came to nothing, as it stands in the address of the page that says so. */
export const providerProblems = {
  expired: 'This sign-in took too long, was used already, or was begun in another browser. Start it again here.',
  refused: 'The provider did not sign you in. Try again, or ask whoever runs it.',
  unavailable: 'The provider cannot be reached at the moment. Try again in a few minutes, or sign in another way.',
  untrusted: 'The answer of the provider could not be trusted, so nobody was signed in. Tell whoever runs Plumbline for you.',
  unknown_account:
    'Nobody signs in here with this account of the provider yet. Open your invitation link and go on with the provider there, or sign in with your password and link it under “Sign-in and sessions”.',
  no_organisation: 'Your account belongs to no organisation any more. Ask your admin for an invitation.',
  has_account:
    'There is an account with the invitation’s e-mail address already. Accept with its password, then link the provider under “Sign-in and sessions”.',
  already_member: 'This account of the provider belongs to someone of the organisation already. Sign in with it.',
  invitation_ended: 'This invitation was used, replaced or has ended. Ask your admin for a new link.',
  signed_out: 'You were signed out in the meantime, so nothing was linked. Sign in and link the provider again.',
  linked_elsewhere: 'This account of the provider signs someone else in here. Unlink it there first, or choose another one.',
  already_linked: 'You sign in with another account of this provider already. Unlink that one first.',
  failed: 'Something went wrong, and nothing was changed. Try again in a moment.',
} as const
export type ProviderProblem = keyof typeof providerProblems

/** The sentence for the code in an address; null for one that we never write. */
export const problemSentence = (code: string | null): string | null =>
  code !== null && Object.hasOwn(providerProblems, code) ? providerProblems[code as ProviderProblem] : null
