import { listProvidersRoute, startProviderRoute } from '@plumbline/shared/identity/provider-contract.ts'
import { useChange } from '../api/change.ts'
import { useRoute } from '../api/query.ts'
import { sentenceOf } from '../api/words.ts'
import { goIn } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import './ProviderButtons.css'

interface ProviderButtonsProps {
  /** Before the provider's name. */
  words: string
  /** What the way to the provider is for. */
  body: { next?: string; invitation?: string }
}

/** A button for each provider that is set up; nothing where there is none. One that is out of reach says so. */
export function ProviderButtons({ words, body }: ProviderButtonsProps) {
  const providers = useRoute(listProvidersRoute, {}).data?.providers ?? []
  const start = useChange(startProviderRoute, { invalidates: [] })
  if (providers.length === 0) return null
  const go = (providerId: string): void => {
    start.send({ params: { providerId }, body }).then(
      ({ data }) => goIn(data.location),
      () => undefined,
    )
  }
  return (
    <div className="ProviderButtons">
      <p className="ProviderButtons-or">or</p>
      {providers.map(({ id, name, available }) => (
        <Button key={id} disabled={!available} busy={start.sending} onClick={() => go(id)}>
          {words} {name}
        </Button>
      ))}
      {providers.some(({ available }) => !available) && (
        <p className="ProviderButtons-or">
          {providers
            .filter(({ available }) => !available)
            .map(({ name }) => name)
            .join(', ')}{' '}
          cannot be reached at the moment. Load the page again in a few minutes.
        </p>
      )}
      {start.error !== null && <Notice kind="error">{sentenceOf(start.error)}</Notice>}
    </div>
  )
}
