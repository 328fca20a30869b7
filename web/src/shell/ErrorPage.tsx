import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiError } from '../api/api-error.ts'
import { sentenceOf, titleOf } from '../api/words.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** Stands in for a page that failed while it was drawn; the frame around it still works. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  useEffect(() => {
    if (!(error instanceof ApiError)) reportError(error)
  }, [error])
  if (error instanceof ApiError && error.code === 'not_found') return <NotFoundPage />
  const retry = (): void => {
    reset()
    void router.invalidate()
  }
  return (
    <>
      <PageHeader title="This page could not be shown" />
      <ErrorState title={titleOf(error)} detail={sentenceOf(error)} onRetry={retry} />
    </>
  )
}
