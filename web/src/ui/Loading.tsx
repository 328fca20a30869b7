import './Loading.css'

/** Shown only after 200 ms: what comes sooner needs no word. */
export function Loading({ label = 'Loading' }: { label?: string }) {
  return (
    <div className="Loading" role="status" aria-busy="true">
      <span className="Loading-dot" aria-hidden="true" />
      {label}…
    </div>
  )
}
