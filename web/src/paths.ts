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
  people: '/people',
  peopleImport: '/people/import',
  start: '/start',
  demo: '/demo',
  signIn: '/sign-in',
  join: '/join',
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
