import { publishDraftRoute } from '@plumbline/shared/frameworks/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange } from '../../api/change.ts'
import { ConfirmDialog } from '../../api/ConfirmDialog.tsx'
import { Loaded } from '../../api/Loaded.tsx'
import { freshAfterStale } from '../../api/stale.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { DiscardDialog } from './DiscardDialog.tsx'
import { useEditing } from './editing.ts'
import { EffectSummary } from './EffectSummary.tsx'
import { inOneSentence } from './in-one-sentence.ts'
import { useDraftAgain, useDraftEffect } from './queries.ts'
import './PublishView.css'

/** The last look before everyone is measured with the draft, or before it is thrown away. */
export function PublishView() {
  const { pack, version } = useEditing()
  const effect = useDraftEffect()
  const [asked, setAsked] = useState<'publish' | 'discard' | null>(null)
  const publish = useChange(publishDraftRoute, { invalidates: [] })
  const again = useDraftAgain()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const send = async (): Promise<void> => {
    try {
      const { data } = await freshAfterStale(publish.send({ ifMatch: version }), again)
      toast(`Version ${data.framework} is published.`)
    } catch (error) {
      throw inOneSentence(error)
    }
  }
  const leave = (): void => {
    // The draft is gone: away from its page before all is read anew.
    void navigate({ to: paths.frameworkVersions }).then(() => queries.invalidateQueries())
  }
  return (
    <>
      <Section title="What it does">
        <Loaded of={effect}>{(data) => <EffectSummary effect={data} isOld={effect.isRefreshing || data.version !== version} />}</Loaded>
      </Section>
      <Section title="Publish">
        <p className="PublishView-text">
          From then on everyone is measured with “{pack.name}”. Ratings and answers are carried over as you said, heatmaps and hiring gaps
          are worked out anew, and reports that were made before keep what they say. A version stays as it is published: to change something
          afterwards, copy it into a draft again.
        </p>
        <Button variant="primary" onClick={() => setAsked('publish')}>
          Publish …
        </Button>
      </Section>
      <Section title="Discard">
        <p className="PublishView-text">Throws the draft away. What people are measured with stays as it is.</p>
        <Button onClick={() => setAsked('discard')}>Discard the draft …</Button>
      </Section>
      {asked === 'publish' && (
        <ConfirmDialog title="Publish the draft?" confirm="Publish" onClose={() => setAsked(null)} send={send} onDone={leave}>
          <p>
            Everyone in the organisation is measured with “{pack.name}” at once. This cannot be undone, only followed by another version.
          </p>
        </ConfirmDialog>
      )}
      {asked === 'discard' && <DiscardDialog onClose={() => setAsked(null)} onDone={leave} />}
    </>
  )
}
