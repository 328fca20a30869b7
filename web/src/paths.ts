/** Every address of the application, as the router's patterns. Use them as they are in `<Link to={paths.team} params={{ teamId }}>`. */
export const paths = {
  home: '/',
  assessment: '/assessment',
  team: '/teams/$teamId',
  practices: '/practices/$teamId',
  organisation: '/organisation',
  hiring: '/hiring',
  hiringReport: '/hiring/reports/$reportId',
  framework: '/framework',
  frameworkRoles: '/framework/roles',
  frameworkRole: '/framework/roles/$roleId',
  frameworkPersona: '/framework/personas/$personaId',
  frameworkSkills: '/framework/skills',
  frameworkSkill: '/framework/skills/$skillId',
  frameworkPractices: '/framework/practices',
  frameworkPractice: '/framework/practices/$practiceId',
  frameworkCertifications: '/framework/certifications',
  frameworkCertification: '/framework/certifications/$certificationId',
  frameworkRoadmaps: '/framework/roadmaps',
  frameworkRoadmap: '/framework/roadmaps/$roadmapId',
  frameworkMarket: '/framework/market',
  frameworkClaim: '/framework/market/$claimId',
  frameworkContradictions: '/framework/contradictions',
  frameworkContradiction: '/framework/contradictions/$contradictionId',
  frameworkTools: '/framework/tools',
  frameworkTool: '/framework/tools/$toolId',
  frameworkSources: '/framework/sources',
  frameworkSource: '/framework/sources/$documentId',
  frameworkModels: '/framework/models',
  frameworkModel: '/framework/models/$modelId',
  frameworkVersions: '/framework/versions',
  frameworkDraft: '/framework/draft',
  people: '/people',
  peopleImport: '/people/import',
  audit: '/settings/audit',
  myRecord: '/me/record',
  signInSettings: '/settings/sign-in',
  tokens: '/settings/tokens',
  myData: '/me/data',
  privacySettings: '/settings/privacy',
  notice: '/me/notice',
  myRatings: '/me/ratings',
  start: '/start',
  demo: '/demo',
  signIn: '/sign-in',
  join: '/join',
  forgotPassword: '/forgot-password',
  resetPassword: '/reset-password',
  confirmEmail: '/confirm-email',
} as const

type NamesIn<Pattern extends string> = Pattern extends `${string}$${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Pattern extends `${string}$${infer Name}`
    ? Name
    : never

/** The address itself, for places that need text rather than a link: a palette entry, something to copy. */
export function addressOf<Pattern extends string>(pattern: Pattern, params: Readonly<Record<NamesIn<Pattern>, string>>): string {
  const values: Readonly<Record<string, string>> = params
  return pattern.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}
