import type { OkOf } from '@plumbline/shared/http/route.ts'
import { listSessionsRoute } from '@plumbline/shared/identity/contract.ts'
import { getSecondFactorRoute } from '@plumbline/shared/identity/second-factor-contract.ts'
import { meRoute } from '@plumbline/shared/organisations/contract.ts'

export type Factors = OkOf<typeof getSecondFactorRoute>

/** What a change of one's factors changes: they themselves, the other sessions, and what the organisation still asks for. */
export const afterFactors = { invalidates: [getSecondFactorRoute, listSessionsRoute, meRoute] }

export interface FactorProps {
  factors: Factors
  /** Does something that has to be shown first to come from the account's owner. */
  guard: (run: () => void) => void
  /** Shows recovery codes that were just given, once. */
  onCodes: (codes: readonly string[]) => void
}
