import {
  type DraftEffect,
  draftEffectRoute,
  getDraftRoute,
  getFrameworkVersionRoute,
  listFrameworksRoute,
} from '@plumbline/shared/frameworks/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type Read, keyOf, useRoute } from '../../api/query.ts'

export type Versions = OkOf<typeof listFrameworksRoute>
export type OpenDraft = OkOf<typeof getDraftRoute>

/** The reads that a change of the draft makes old. */
export const draftReads = [getDraftRoute, listFrameworksRoute, draftEffectRoute]

export const useVersions = () => useRoute(listFrameworksRoute, {})

/** The organisation's draft; only admins may read it. */
export const useOpenDraft = (enabled: boolean) => useRoute(getDraftRoute, {}, { enabled })

/** One version, whole; not asked for before it is known which. */
export const useVersion = (version: string | undefined) =>
  useRoute(getFrameworkVersionRoute, { params: { version: version ?? '' } }, { enabled: version !== undefined })

/** What publishing would do; the last answer stays in sight while the next one is worked out. */
export const useDraftEffect = (): Read<DraftEffect> => useRoute(draftEffectRoute, {}, { keepPrevious: true })

/** Reads the draft anew. */
export function useDraftAgain(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [keyOf(getDraftRoute)] })
}
