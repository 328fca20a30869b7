import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { inTreeOrder } from '@plumbline/shared/teams/tree.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { AskFirst } from '../api/ask-first.ts'
import { Loaded } from '../api/Loaded.tsx'
import { actorOf, useSignOut } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { useTeams } from '../teams/queries.ts'
import { LevelNamesContext } from '../ui/level-names.ts'
import { Loading } from '../ui/Loading.tsx'
import { navFor } from './nav.ts'
import type { PaletteLoader } from './palette-items.ts'
import { Shell } from './Shell.tsx'

// Only visitors of the demo ever see it.
const MustMeetRule = lazy(() => import('../identity/MustMeetRule.tsx'))
const DemoBanner = lazy(async () => ({ default: (await import('../demo/DemoBanner.tsx')).DemoBanner }))
const AskPurpose = lazy(() => import('./AskPurpose.tsx'))
const askPurpose = (
  <Suspense fallback={<Loading />}>
    <AskPurpose />
  </Suspense>
)

const NoticeDialog = lazy(async () => ({ default: (await import('../retention/NoticeDialog.tsx')).NoticeDialog }))

/** The frame around all pages that need someone signed in, filled with what is known about them. */
export function Frame() {
  const me = useMe()
  const teams = useTeams()
  const signOut = useSignOut()
  const queries = useQueryClient()
  const { data } = me
  const actor = useMemo(() => (data === undefined ? null : actorOf(data)), [data])
  const nav = useMemo(() => {
    const tree = inTreeOrder(teams.data?.teams ?? []).map(({ team }) => team)
    return actor === null ? [] : navFor({ actor, homeTeamId: data?.person?.teamId ?? null, teams: tree })
  }, [actor, data, teams.data])
  const loadPalette = useCallback<PaletteLoader>(
    async (...asked) => (actor === null ? [] : (await import('./palette-loader.ts')).paletteLoader(queries, actor)(...asked)),
    [queries, actor],
  )
  const name = data?.person?.name ?? null
  // Kept once it was so: what is added there is shown once, and must not vanish with the reason to be there.
  const [held, setHeld] = useState(false)
  if (!held && (data?.mustAddSecondFactor === true || data?.mustUseProvider === true)) setHeld(true)
  return (
    <Shell
      nav={held ? [] : nav}
      user={
        data === undefined
          ? null
          : { name: name ?? 'Account', organisation: data.organisation.name, isPerson: data.person !== null, purpose: data.purpose }
      }
      onSignOut={signOut}
      loadPalette={loadPalette}
      banner={
        data?.organisation.isDemo === true && (
          <Suspense>
            <DemoBanner name={name} />
          </Suspense>
        )
      }
    >
      {isSignedOut(me.error) ? (
        <Loading />
      ) : (
        <Loaded of={me}>
          {({ organisation, noticeToRead }) => (
            <LevelNamesContext value={levelNamesOf(organisation)}>
              {held ? (
                <Suspense fallback={<Loading />}>
                  <MustMeetRule />
                </Suspense>
              ) : (
                <AskFirst value={askPurpose}>
                  <Outlet />
                </AskFirst>
              )}
              {!held && noticeToRead !== null && (
                <Suspense>
                  <NoticeDialog key={noticeToRead} />
                </Suspense>
              )}
            </LevelNamesContext>
          )}
        </Loaded>
      )}
    </Shell>
  )
}

/** The way to the sign-in page is being taken already. */
const isSignedOut = (error: Error | null): boolean => error instanceof ApiError && error.code === 'unauthenticated'
