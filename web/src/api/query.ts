import type { OkOf, Route } from '@plumbline/shared/http/route.ts'
import { MutationCache, QueryCache, QueryClient, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { type Answer, type InputOf, call } from './client.ts'

const temporary = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'offline' || error.code === 'busy' || error.code === 'too_many')

/** The cache of everything read. `onSignedOut` runs when the server answers that nobody is signed in. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ApiError && error.code === 'unauthenticated') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && temporary(error) },
      // A change is repeated by the person who sent it, with the same key, never behind their back.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Where every answer of this route is kept, whatever its parameters. */
export const keyOf = (route: Route): string => `${route.method} ${route.path}`

/** The query itself, for prefetching in a loader or for `useQueries`. */
export function routeQuery<R extends Route>(route: R, input: InputOf<R>) {
  const { params, query }: { params?: unknown; query?: unknown } = input
  return queryOptions({
    queryKey: [keyOf(route), params ?? {}, query ?? {}],
    queryFn: ({ signal }): Promise<Answer<OkOf<R>>> => call(route, { ...input, signal }),
  })
}

export interface ReadOptions {
  /** `false` until what the call needs is known. */
  enabled?: boolean
  /** Keeps the last answer on screen while a filter's next one is on its way. */
  keepPrevious?: boolean
  /** Milliseconds between refreshes of something that changes by itself. */
  refreshEvery?: number
}

export interface Read<Ok> {
  data: Ok | undefined
  /** The version to send with a change. */
  version: number | undefined
  error: Error | null
  /** There is nothing to show yet. */
  isPending: boolean
  /** Something is shown, and a newer answer is on its way. */
  isRefreshing: boolean
  refetch: () => void
}

/** Reads one GET endpoint through the cache. Give it to `<Loaded>` to show waiting and errors. */
export function useRoute<R extends Route>(route: R, input: InputOf<R>, options: ReadOptions = {}): Read<OkOf<R>> {
  const result = useQuery({
    ...routeQuery(route, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true && { placeholderData: keepPreviousData }),
    ...(options.refreshEvery !== undefined && { refetchInterval: options.refreshEvery }),
  })
  return {
    data: result.data?.data,
    version: result.data?.version,
    error: result.error,
    isPending: result.isPending,
    isRefreshing: result.isFetching && !result.isPending,
    refetch: () => void result.refetch(),
  }
}
