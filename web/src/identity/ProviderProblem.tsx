import { problemSentence } from '@plumbline/shared/identity/provider-problems.ts'
import { useLocation } from '@tanstack/react-router'
import { Notice } from '../ui/Notice.tsx'

/** Why the way through a provider that led back here came to nothing. */
export function ProviderProblem() {
  const code = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get('problem') })
  const sentence = problemSentence(code)
  return sentence === null ? null : (
    <div className="Doorway-lead">
      <Notice kind="error">{sentence}</Notice>
    </div>
  )
}
