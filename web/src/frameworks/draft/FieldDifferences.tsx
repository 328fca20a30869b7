import type { EntryDifference } from '@plumbline/shared/frameworks/difference.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { sidesOf } from './difference-words.ts'
import { fieldWord } from './field-words.ts'
import type { NameOf } from './value-lines.ts'
import './FieldDifferences.css'

interface FieldDifferencesProps {
  difference: EntryDifference
  name: NameOf
  before: Pack
  after: Pack
}

/** The fields of a changed entry, each as it was and as it is. */
export function FieldDifferences({ difference, name, before, after }: FieldDifferencesProps) {
  return (
    <dl className="FieldDifferences">
      {difference.fields.map((field) => {
        const sides = sidesOf(difference.list, field, name, { origin: before, draft: after })
        return (
          <div key={field.field}>
            <dt>{fieldWord(field.field)}</dt>
            <dd>
              <Side label="before" lines={sides.before} />
              <Side label="now" lines={sides.after} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Side({ label, lines }: { label: string; lines: readonly string[] }) {
  return (
    <div className="FieldDifferences-side">
      <small>{label}</small>
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}
