import type { ImportPreview } from '@plumbline/shared/imports/contract.ts'

/** Why the file cannot be imported as it stands, or `null`. */
export function whyNotApply({ counts, problems, teams }: ImportPreview, isOld: boolean): string | null {
  if (isOld) return 'The file was edited since: check it again.'
  if (problems.length > 0) return 'Correct the file as said above, then check it again.'
  if (counts.wrong > 0)
    return `Correct the ${counts.wrong === 1 ? 'row' : `${counts.wrong.toLocaleString('en')} rows`} named below, then check the file again.`
  return counts.add + counts.change + teams.length === 0 ? 'Everything in the file is there already.' : null
}
