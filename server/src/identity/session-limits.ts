/** How long a session lasts, in milliseconds. */
export interface SessionLimits {
  /** Without any request. */
  readonly idleMs: number
  /** However much it is used. */
  readonly absoluteMs: number
}

interface Dated {
  readonly createdAt: Date
  /** When it was last used. */
  readonly updatedAt: Date
}

/** Whether a session still holds. Both ends are exclusive: at its limit it is over. */
export const stands = ({ createdAt, updatedAt }: Dated, now: Date, { idleMs, absoluteMs }: SessionLimits): boolean =>
  now.getTime() - updatedAt.getTime() < idleMs && now.getTime() - createdAt.getTime() < absoluteMs

/** Whether its last use is worth writing down: at most one write a minute, and often enough for a short idle limit. */
export const worthNoting = ({ updatedAt }: Pick<Dated, 'updatedAt'>, now: Date, { idleMs }: SessionLimits): boolean =>
  now.getTime() - updatedAt.getTime() >= Math.min(60_000, idleMs / 10)
