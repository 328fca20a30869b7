import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Checkbox } from '../ui/Checkbox.tsx'

export type OptionalArea = Pack['areas'][number] & { readonly practices: number }

interface AreaChoiceProps {
  areas: readonly OptionalArea[]
  chosen: readonly string[]
  /** Left out, the choice is shown and cannot be changed. */
  onChange?: (chosen: string[]) => void
}

export function AreaChoice({ areas, chosen, onChange }: AreaChoiceProps) {
  return (
    <div className="FurtherChecklists-areas">
      {areas.map(({ id, name, summary, practices }) => (
        <Checkbox
          key={id}
          label={`${name}, ${practices} practices`}
          hint={summary}
          value={chosen.includes(id)}
          disabled={onChange === undefined}
          onChange={(on) => onChange?.(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </div>
  )
}
