import type { Database, Tx } from '@plumbline/server/db/client.ts'

class Undone extends Error {}

/** A database whose transactions are all undone at their end while `on` is set: each request meets the world as it was made. */
export function undoing() {
  const state = { on: false }
  const through = (database: Database): Database => ({
    ...database,
    withTx: async (who, options, run) => {
      if (!state.on) return database.withTx(who, options, run)
      const answer: { given?: Awaited<ReturnType<typeof run>> } = {}
      const work = async (tx: Tx) => {
        answer.given = await run(tx)
        throw new Undone()
      }
      await database.withTx(who, options, work).catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error
      })
      return answer.given as Awaited<ReturnType<typeof run>>
    },
  })
  return { state, through }
}
