import { submitAssessmentRoute } from '@plumbline/shared/assessments/contract.ts'
import { useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useChange } from '../api/change.ts'
import type { DraftKeeper } from './draft-keeper.ts'

interface Submit {
  /** How many ratings were made of the draft; `null` where it could not be sent. */
  submit: () => Promise<number | null>
  submitting: boolean
  error: Error | null
}

/** Saves what is pending, then submits the draft as it is seen here. */
export function useSubmit(personId: string, keeper: DraftKeeper): Submit {
  const [saving, setSaving] = useState(false)
  const change = useChange(submitAssessmentRoute)

  const submit = async (): Promise<number | null> => {
    if (saving || change.sending) return null
    change.reset()
    setSaving(true)
    await keeper.flush()
    setSaving(false)
    // The bar says already why it is not saved.
    if (keeper.view().saving.state !== 'saved') return null
    try {
      return (await change.send({ params: { personId }, body: { draftVersion: keeper.version() } })).data.ratings
    } catch (error) {
      // Another tab went on: what it wrote is shown before it is submitted.
      if (error instanceof ApiError && error.code === 'stale') await keeper.refresh()
      return null
    }
  }
  return { submit, submitting: saving || change.sending, error: change.error }
}
