import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { framed, root } from './framed.ts'
import { frameworkRoutes } from './framework-routes.ts'
import { auditSearch } from './audit/audit-search.ts'
import { organisationSearch } from './heatmap/organisation-search.ts'
import { teamSearch } from './heatmap/team-search.ts'
import { laterPage } from './later-page.ts'
import { paths } from './paths.ts'
import { peopleSearch } from './people/people-search.ts'
import { hiringSearch } from './hiring/hiring-search.ts'
import { practicesSearch } from './practices/practices-search.ts'
import { recordSearch } from './reads/record-search.ts'
import { Doorway } from './shell/Doorway.tsx'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { takeSecret } from './shell/link-secret.ts'
import { tokensSearch } from './tokens/tokens-search.ts'
import { Loading } from './ui/Loading.tsx'

const page = {
  home: createRoute({
    getParentRoute: () => framed,
    path: paths.home,
    component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage'),
  }),
  assessment: createRoute({
    getParentRoute: () => framed,
    path: paths.assessment,
    component: lazyRouteComponent(() => import('./assessments/AssessmentPage.tsx'), 'AssessmentPage'),
  }),
  ...frameworkRoutes,
  people: createRoute({
    getParentRoute: () => framed,
    path: paths.people,
    validateSearch: peopleSearch,
    component: laterPage('PeoplePage'),
  }),
  peopleImport: createRoute({
    getParentRoute: () => framed,
    path: paths.peopleImport,
    component: laterPage('ImportPage'),
  }),
  team: createRoute({
    getParentRoute: () => framed,
    path: paths.team,
    validateSearch: teamSearch,
    component: lazyRouteComponent(() => import('./heatmap/TeamPage.tsx'), 'TeamPage'),
  }),
  organisation: createRoute({
    getParentRoute: () => framed,
    path: paths.organisation,
    validateSearch: organisationSearch,
    component: laterPage('OrganisationPage'),
  }),
  practices: createRoute({
    getParentRoute: () => framed,
    path: paths.practices,
    validateSearch: practicesSearch,
    component: lazyRouteComponent(() => import('./practices/PracticesPage.tsx'), 'PracticesPage'),
  }),
  hiring: createRoute({
    getParentRoute: () => framed,
    path: paths.hiring,
    validateSearch: hiringSearch,
    component: laterPage('HiringPage'),
  }),
  hiringReport: createRoute({
    getParentRoute: () => framed,
    path: paths.hiringReport,
    component: laterPage('ReportPage'),
  }),
  audit: createRoute({
    getParentRoute: () => framed,
    path: paths.audit,
    validateSearch: auditSearch,
    component: laterPage('AuditPage'),
  }),
  myRecord: createRoute({
    getParentRoute: () => framed,
    path: paths.myRecord,
    validateSearch: recordSearch,
    component: laterPage('RecordPage'),
  }),
  signInSettings: createRoute({
    getParentRoute: () => framed,
    path: paths.signInSettings,
    component: laterPage('SignInSettingsPage'),
  }),
  tokens: createRoute({
    getParentRoute: () => framed,
    path: paths.tokens,
    validateSearch: tokensSearch,
    component: laterPage('TokensPage'),
  }),
  myData: createRoute({
    getParentRoute: () => framed,
    path: paths.myData,
    component: laterPage('MyDataPage'),
  }),
  privacySettings: createRoute({
    getParentRoute: () => framed,
    path: paths.privacySettings,
    component: laterPage('PrivacySettingsPage'),
  }),
  notice: createRoute({ getParentRoute: () => framed, path: paths.notice, component: laterPage('NoticePage') }),
  myRatings: createRoute({ getParentRoute: () => framed, path: paths.myRatings, component: laterPage('MyRatingsPage') }),
  unknown: createRoute({ getParentRoute: () => framed, path: '$', component: NotFoundPage }),
}

/** Pages before anyone is signed in. */
const door = createRoute({ getParentRoute: () => root, id: 'door', component: Doorway })

const doors = {
  signIn: createRoute({
    getParentRoute: () => door,
    path: paths.signIn,
    component: lazyRouteComponent(() => import('./identity/SignInPage.tsx'), 'SignInPage'),
  }),
  join: createRoute({
    getParentRoute: () => door,
    path: paths.join,
    beforeLoad: ({ location }) => takeSecret('join', location),
    component: laterPage('JoinPage'),
  }),
  forgotPassword: createRoute({
    getParentRoute: () => door,
    path: paths.forgotPassword,
    component: laterPage('ForgotPasswordPage'),
  }),
  resetPassword: createRoute({
    getParentRoute: () => door,
    path: paths.resetPassword,
    beforeLoad: ({ location }) => takeSecret('reset', location),
    component: laterPage('ResetPasswordPage'),
  }),
  confirmEmail: createRoute({
    getParentRoute: () => door,
    path: paths.confirmEmail,
    beforeLoad: ({ location }) => takeSecret('confirm', location),
    component: laterPage('ConfirmEmailPage'),
  }),
  start: createRoute({
    getParentRoute: () => door,
    path: paths.start,
    beforeLoad: ({ location }) => takeSecret('start', location),
    component: laterPage('StartPage'),
  }),
  demo: createRoute({
    getParentRoute: () => door,
    path: paths.demo,
    component: laterPage('DemoPage'),
  }),
}

const tree = root.addChildren([framed.addChildren(page), door.addChildren(doors)])

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: Loading,
    defaultPendingMs: 0,
    // Freshness is the query cache's business.
    defaultPreloadStaleTime: 0,
    defaultPreload: 'intent',
    scrollRestoration: true,
    notFoundMode: 'fuzzy',
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
