import { AuthorizationResponseError, ClientError } from 'openid-client'
import type { ProviderProblem } from '@plumbline/shared/identity/provider-problems.ts'
import { OutgoingRefused } from '#http/outgoing.ts'

/** Why a sign-in by a provider came to nothing. `fault` is for the log and holds nothing that the provider sent. */
export class ProviderRefusal extends Error {
  override readonly name = 'ProviderRefusal'
  readonly problem: ProviderProblem
  readonly fault: string | undefined

  constructor(problem: ProviderProblem, fault?: string) {
    super(problem)
    this.problem = problem
    this.fault = fault
  }
}

const unanswered = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])

/** Takes an error of the exchange: the provider said no, did not answer, or answered with something that is not to be trusted. */
export function refusalOf(error: unknown): ProviderRefusal {
  if (error instanceof ProviderRefusal) return error
  if (error instanceof AuthorizationResponseError) return new ProviderRefusal('refused', error.code)
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const cause = error instanceof ClientError ? error.cause : error
  const lost = cause instanceof OutgoingRefused || cause instanceof TypeError || (cause instanceof Error && cause.name === 'TimeoutError')
  if (lost || (code !== undefined && unanswered.has(code))) return new ProviderRefusal('unavailable', code ?? 'no answer')
  return new ProviderRefusal('untrusted', code ?? 'unknown')
}
