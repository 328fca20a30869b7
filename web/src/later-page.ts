import { lazyRouteComponent } from '@tanstack/react-router'
import type { laterPages } from './later-pages.ts'

/** A page that is fetched when it is gone to, or about to be; where it is found is fetched before the first of them. */
export const laterPage = (name: keyof typeof laterPages) =>
  lazyRouteComponent(async () => ({ default: await (await import('./later-pages.ts')).laterPages[name]() }))
