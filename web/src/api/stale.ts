import { ApiError } from './api-error.ts'

/** After "someone changed this in the meantime" reads the present state, so that sending again is a choice made in sight of it. */
export async function freshAfterStale<T>(sent: Promise<T>, readAgain: () => Promise<unknown>): Promise<T> {
  try {
    return await sent
  } catch (error) {
    if (error instanceof ApiError && error.code === 'stale') await readAgain()
    throw error
  }
}
