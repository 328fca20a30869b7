/** Limits that no run of tests and no bench reaches. */
export const withoutRateLimits = {
  PLUMBLINE_REQUESTS_PER_MINUTE: '1000000',
  PLUMBLINE_READS_PER_MINUTE: '1000000',
  PLUMBLINE_WRITES_PER_MINUTE: '1000000',
  PLUMBLINE_EXPORTS_PER_MINUTE: '1000000',
}
