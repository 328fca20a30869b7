import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { BodyOf, GivenOf, ParamsOf, QueryOf, Route } from '@plumbline/shared/http/route.ts'
import type { Database } from '#db/client.ts'
import type { Auth } from '#identity/auth.ts'
import type { Mail } from '#identity/mail.ts'
import type { Providers } from '#identity/providers.ts'
import type { Visitor } from '#identity/visitor.ts'
import type { AfterCommit } from './after-commit.ts'
import type { Config } from './config.ts'
import type { Ctx } from './context.ts'
import type { Ready } from './ready.ts'

/** What the server was started with. */
export interface Deps {
  readonly database: Database
  readonly auth: Auth
  readonly config: Config
  readonly log: Logger
  readonly providers: Providers
  readonly mail: Mail
  /** The address that browsers use, for links that come from elsewhere. Known once the server listens. */
  readonly home: () => string
}

interface Asked<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
}

export interface MemberInput<R extends Route> extends Asked<R> {
  readonly ctx: Ctx
  readonly deps: Deps
  /** The browser that the caller came with, and where from. */
  readonly visitor: Visitor
  /** The version that the caller saw; 0 where the route asks for none. */
  readonly ifMatch: number
}

export interface PublicInput<R extends Route> extends Asked<R> {
  readonly deps: Deps
  readonly c: Context
}

export type BoundRoute =
  | { readonly access: 'member'; readonly route: Route; readonly handle: (input: MemberInput<Route>) => Promise<unknown> }
  | { readonly access: 'public'; readonly route: Route; readonly handle: (input: PublicInput<Route>) => Promise<unknown> }

export interface Feature {
  readonly name: string
  readonly routes: readonly BoundRoute[]
  /** Binds a route for signed-in people. The whole call is one transaction, read-only for a GET. A `Ready` answer is sent as it is. */
  on: <R extends Route>(route: R, handle: (input: MemberInput<R>) => Promise<GivenOf<R> | Ready | AfterCommit<GivenOf<R>>>) => Feature
  /** Binds a route that is there before anyone is signed in. It opens its own transactions. */
  open: <R extends Route>(route: R, handle: (input: PublicInput<R>) => Promise<GivenOf<R>>) => Feature
}

/** Collects the routes of one slice; `app.ts` mounts them. */
export function feature(name: string): Feature {
  const routes: BoundRoute[] = []
  const self: Feature = {
    name,
    routes,
    on: (route, handle) => {
      routes.push({ access: 'member', route, handle: handle as (input: MemberInput<Route>) => Promise<unknown> })
      return self
    },
    open: (route, handle) => {
      routes.push({ access: 'public', route, handle: handle as (input: PublicInput<Route>) => Promise<unknown> })
      return self
    },
  }
  return self
}
