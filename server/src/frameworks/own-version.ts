/** The name of the next version of an organisation's own: `2026.1`, or one made from it, is followed by `2026.1-1`, `2026.1-2` … */
export function nextOwnVersion(origin: string, versions: readonly string[]): string {
  const [base = origin] = origin.split('-')
  const numbers = versions.filter((version) => version.startsWith(`${base}-`)).map((version) => Number(version.slice(base.length + 1)))
  return `${base}-${Math.max(0, ...numbers) + 1}`
}
