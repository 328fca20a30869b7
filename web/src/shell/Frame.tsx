import { inTreeOrder } from '@plumbline/shared/teams/tree.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ApiError } from '../api/api-error.ts'
import { Loaded } from '../api/Loaded.tsx'
import { DemoBanner } from '../demo/DemoBanner.tsx'
import { actorOf, useSignOut } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { useTeams } from '../teams/queries.ts'
import { Loading } from '../ui/Loading.tsx'
import { navFor } from './nav.ts'
import { paletteLoader } from './palette-loader.ts'
import { Shell } from './Shell.tsx'

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
  const loadPalette = useMemo(() => (actor === null ? () => Promise.resolve([]) : paletteLoader(queries, actor)), [queries, actor])
  const name = data?.person?.name ?? null
  return (
    <Shell
      nav={nav}
      user={data === undefined ? null : { name: name ?? 'Account', organisation: data.organisation.name }}
      onSignOut={signOut}
      loadPalette={loadPalette}
      banner={data?.organisation.isDemo === true && <DemoBanner name={name} />}
    >
      {isSignedOut(me.error) ? <Loading /> : <Loaded of={me}>{() => <Outlet />}</Loaded>}
    </Shell>
  )
}

/** The way to the sign-in page is being taken already. */
const isSignedOut = (error: Error | null): boolean => error instanceof ApiError && error.code === 'unauthenticated'
