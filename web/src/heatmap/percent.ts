/** A share of 0 to 1 as whole percent, or "unknown". Only all of it is 100 %, and only none of it is 0 %. */
export function percent(share: number | null): string {
  if (share === null) return 'unknown'
  const rounded = Math.round(share * 100)
  return `${share > 0 && share < 1 ? Math.min(99, Math.max(1, rounded)) : rounded}\u00a0%`
}
