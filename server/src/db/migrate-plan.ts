/** A migration as it stands in this build. */
export interface MigrationFile {
  position: number
  /** The file's name, such as `0007_add_due_date.sql`. */
  name: string
  hash: string
  text: string
}

/** A migration as the database remembers it. */
export type AppliedMigration = Pick<MigrationFile, 'position' | 'name' | 'hash'>

/** Files and database do not fit together. The message names the file and says what to do; nothing was changed. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

const number = (position: number) => String(position).padStart(4, '0')

/**
 * The migrations still to be applied, in order, once everything that was applied has been found unchanged.
 * @throws MigrationRefused when an applied file is unknown here, missing or edited, or when a new one is out of order.
 */
export function planMigrations(files: readonly MigrationFile[], applied: readonly AppliedMigration[]): MigrationFile[] {
  const sorted = files.toSorted((a, b) => a.position - b.position)
  const lastFile = sorted.at(-1)?.position ?? 0
  const done = applied.toSorted((a, b) => a.position - b.position)
  refuseNewer(done, lastFile)
  for (const row of done) refuseChanged(row, sorted)
  refuseDisorder(sorted, done)
  return sorted.filter(({ position }) => position > (done.at(-1)?.position ?? 0))
}

function refuseNewer(done: readonly AppliedMigration[], lastFile: number): void {
  const unknown = done.find(({ position }) => position > lastFile)
  if (!unknown) return
  throw new MigrationRefused(
    `The database is newer than this build: ${unknown.name} was applied to it and is not known here. ` +
      'Start the build that has this migration, or restore a backup taken before it.',
  )
}

function refuseChanged(row: AppliedMigration, files: readonly MigrationFile[]): void {
  const file = files.find(({ name }) => name === row.name)
  if (file === undefined) {
    const usurper = files.find(({ position }) => position === row.position)
    const instead = usurper ? ` ${usurper.name} stands in its place: give that one the next free number.` : ''
    throw new MigrationRefused(
      `${row.name} was applied to this database but its file is missing. Restore the file under that name.${instead}`,
    )
  }
  if (file.hash === row.hash) return
  throw new MigrationRefused(`${row.name} was edited after it had been applied. Restore its text and write the change as a new migration.`)
}

function refuseDisorder(files: readonly MigrationFile[], done: readonly AppliedMigration[]): void {
  const lastDone = done.at(-1)
  const appliedNames = new Set(done.map(({ name }) => name))
  const next = number((files.at(-1)?.position ?? 0) + 1)
  for (const [index, file] of files.entries()) {
    const before = files[index - 1]
    if (before?.position === file.position)
      throw new MigrationRefused(`${before.name} and ${file.name} bear the same number. Give the newer one the next free number, ${next}.`)
    if (lastDone && file.position < lastDone.position && !appliedNames.has(file.name))
      throw new MigrationRefused(
        `${file.name} is out of order: ${lastDone.name} was applied before it. Give it the next free number, ${next}.`,
      )
    if (file.position !== index + 1)
      throw new MigrationRefused(
        `${file.name} is out of order: there is no migration ${number(index + 1)}. Number the files without a gap.`,
      )
  }
}
