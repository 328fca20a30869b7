import { Button } from './Button.tsx'
import './EmptyState.css'

interface ErrorStateProps {
  title: string
  /** A sentence that says what to do: the problem's own, or ours. */
  detail: string
  onRetry?: () => void
}

/** Stands where the content would have been. */
export function ErrorState({ title, detail, onRetry }: ErrorStateProps) {
  return (
    <div className="EmptyState" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
    </div>
  )
}
