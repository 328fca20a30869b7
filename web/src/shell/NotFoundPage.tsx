import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** For addresses that lead nowhere. What one may not see looks the same. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader
        title="Nothing here"
        subtitle="This address leads to no page that you can see. It may be mistyped, or what was here is gone."
      />
      <ButtonLink to={paths.home}>Go to the start page</ButtonLink>
    </>
  )
}
