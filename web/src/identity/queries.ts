import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { getInvitationRoute, signOutRoute } from '@plumbline/shared/identity/contract.ts'
import type { meRoute } from '@plumbline/shared/organisations/contract.ts'
import { useChange } from '../api/change.ts'
import { useRoute } from '../api/query.ts'
import { sentenceOf } from '../api/words.ts'
import { paths } from '../paths.ts'
import { goIn } from '../shell/session.ts'
import { toast } from '../ui/toast.ts'

/** What an invitation is for; not asked before there is a secret. */
export const useInvitation = (secret: string | null) =>
  useRoute(getInvitationRoute, { params: { secret: secret ?? '' } }, { enabled: secret !== null })

export type Me = OkOf<typeof meRoute>

/** Who is acting, as the rules of `can` want it. */
export const actorOf = (me: Me): Actor => ({
  accountId: me.accountId,
  orgId: me.organisation.id,
  personId: me.person?.id ?? null,
  role: me.role,
  leads: new Set(me.leads),
})

/** Signs out and leads to the sign-in page, or where one comes back from it. */
export function useSignOut(to: string = paths.signIn): () => void {
  const signOut = useChange(signOutRoute, { invalidates: [] })
  return () => {
    signOut.send({}).then(
      () => goIn(to),
      (error: unknown) => toast(`You are still signed in. ${sentenceOf(error)}`, { kind: 'error' }),
    )
  }
}
