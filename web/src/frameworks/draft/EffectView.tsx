import { Loaded } from '../../api/Loaded.tsx'
import { useEditing } from './editing.ts'
import { EffectTables } from './EffectTables.tsx'
import { EffectSummary } from './EffectSummary.tsx'
import { useDraftEffect } from './queries.ts'

/** What publishing the draft would do to people and teams. */
export function EffectView() {
  const { version } = useEditing()
  const effect = useDraftEffect()
  return (
    <Loaded of={effect}>
      {(data) => (
        <>
          <EffectSummary effect={data} isOld={effect.isRefreshing || data.version !== version} />
          <EffectTables effect={data} />
        </>
      )}
    </Loaded>
  )
}
