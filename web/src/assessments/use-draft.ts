import { type Answers, mergeAnswers } from '@plumbline/shared/assessments/answers.ts'
import { getAssessmentRoute, saveDraftRoute } from '@plumbline/shared/assessments/contract.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { routeQuery } from '../api/query.ts'
import { goToSignIn } from '../shell/session.ts'
import { type DraftAtServer, DraftKeeper, type Saving } from './draft-keeper.ts'
import { keptChanges } from './kept-changes.ts'

/** Milliseconds after which a save that got no answer counts as lost. */
const patience = 20_000

const queryOf = (personId: string) => routeQuery(getAssessmentRoute, { params: { personId } })

/** The draft in the cache of what was read, so that every page shows the same one. */
function draftAtServer(queries: QueryClient, personId: string): DraftAtServer {
  const query = queryOf(personId)
  return {
    version: () => queries.getQueryData(query.queryKey)?.data.draft.version ?? 0,
    save: async (answers, version) => {
      // A read that began before the save would put the older draft back.
      await queries.cancelQueries({ queryKey: query.queryKey })
      const signal = AbortSignal.timeout(patience)
      const { data: draft } = await call(saveDraftRoute, { params: { personId }, body: { answers }, ifMatch: version, signal }).catch(
        signedOut,
      )
      queries.setQueryData(query.queryKey, (known) => known && { ...known, data: { ...known.data, draft } })
    },
    reload: async () => {
      await queries.fetchQuery({ ...query, staleTime: 0 })
    },
  }
}

// What is pending is on the device and is sent after signing in again.
function signedOut(error: unknown): never {
  if (error instanceof ApiError && error.code === 'unauthenticated') goToSignIn()
  throw error
}

interface Draft {
  keeper: DraftKeeper
  saving: Saving
  /** What the draft says of each skill: what the server has, and over it what is pending. */
  answers: Answers
}

/** Saves my draft by itself while the page is shown, and takes in what my other tabs wrote whenever I come back to it. */
export function useDraft(personId: string, isSkill: (skillId: string) => boolean): Draft {
  const queries = useQueryClient()
  const [keeper] = useState(() => new DraftKeeper(draftAtServer(queries, personId), keptChanges(personId, localStorage, isSkill)))
  const view = useSyncExternalStore(keeper.subscribe, keeper.view)

  useEffect(() => {
    const flush = (): void => void keeper.flush()
    const look = (): void => void (document.visibilityState === 'visible' ? keeper.refresh() : keeper.flush())
    flush()
    window.addEventListener('online', flush)
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('online', flush)
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
      void keeper.flush().finally(() => keeper.stop())
    }
  }, [keeper])

  // Read from the cache itself, which tells its readers of a saved answer a moment after the keeper let go of it.
  const saved = queries.getQueryData(queryOf(personId).queryKey)?.data.draft.answers ?? noAnswers
  const answers = useMemo(() => mergeAnswers(saved, view.pending), [saved, view.pending])
  return { keeper, saving: view.saving, answers }
}

const noAnswers: Answers = {}
