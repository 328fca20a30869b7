import type { OkOf, Route } from '@plumbline/shared/http/route.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, type CallOptions, type InputOf, call, newKey } from './client.ts'
import { keyOf } from './query.ts'

export interface ChangeOptions {
  /** Reads to fetch again afterwards. Without it all of them: most numbers follow from most others. */
  invalidates?: readonly Route[]
}

export interface Change<R extends Route> {
  /** Rejects with an `ApiError`; `error` holds it as well. */
  send: (input: InputOf<R> & Pick<CallOptions, 'ifMatch'>) => Promise<Answer<OkOf<R>>>
  sending: boolean
  error: Error | null
  reset: () => void
}

/** One kind of change. Sending the same input again after a failure repeats the same attempt, so it is carried out once at most. */
export function useChange<R extends Route>(route: R, options: ChangeOptions = {}): Change<R> {
  const queries = useQueryClient()
  const [keys] = useState(attempts)
  const mutation = useMutation({
    mutationFn: (input: InputOf<R> & Pick<CallOptions, 'ifMatch'>) => call(route, { ...input, idempotencyKey: keys.keyFor(input) }),
    onSuccess: async () => {
      keys.succeeded()
      const read = options.invalidates?.map(keyOf)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => read === undefined || read.includes(String(queryKey[0])) })
    },
  })
  const send: Change<R>['send'] = (input) => keys.join(input, () => mutation.mutateAsync(input))
  return { send, sending: mutation.isPending, error: mutation.error, reset: mutation.reset }
}

interface Attempts {
  keyFor: (input: unknown) => string
  succeeded: () => void
  /** The same thing sent again while it is under way is the same attempt: the second click of a double click sends nothing. */
  join: <T>(input: unknown, run: () => Promise<T>) => Promise<T>
}

/** Idempotency keys of one form: the same key as long as the same thing is sent and has not succeeded. */
export function attempts(): Attempts {
  let last: { text: string; key: string } | undefined
  let running: { text: string; answer: Promise<unknown> } | undefined
  return {
    join: <T>(input: unknown, run: () => Promise<T>): Promise<T> => {
      const text = JSON.stringify(input)
      if (running?.text === text) return running.answer as Promise<T>
      const answer = run().finally(() => {
        if (running?.answer === answer) running = undefined
      })
      running = { text, answer }
      return answer
    },
    keyFor: (input) => {
      const text = JSON.stringify(input)
      if (last?.text !== text) last = { text, key: newKey() }
      return last.key
    },
    succeeded: () => {
      last = undefined
    },
  }
}
