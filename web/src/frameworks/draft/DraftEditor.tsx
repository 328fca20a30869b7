import { differenceOf } from '@plumbline/shared/frameworks/difference.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { Loaded } from '../../api/Loaded.tsx'
import { paths } from '../../paths.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { momentOf } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { DifferencesView } from './DifferencesView.tsx'
import { type Editing, EditingContext, useSaveChanges } from './editing.ts'
import { EditView } from './EditView.tsx'
import { EffectView } from './EffectView.tsx'
import { ImportView } from './ImportView.tsx'
import { PublishView } from './PublishView.tsx'
import { type OpenDraft, useOpenDraft, useVersion } from './queries.ts'
import './DraftEditor.css'

const route = getRouteApi(`/framed${paths.frameworkDraft}`)

const views = {
  edit: { label: 'Edit', View: EditView },
  differences: { label: 'Differences', View: DifferencesView },
  effect: { label: 'Effect', View: EffectView },
  import: { label: 'Import', View: ImportView },
  publish: { label: 'Publish', View: PublishView },
} as const

const viewNames = Object.keys(views) as (keyof typeof views)[]

/** The open draft beside the version it was made from, in its views. */
export function DraftEditor() {
  const draft = useOpenDraft(true)
  const origin = useVersion(draft.data?.origin)
  if (draft.data === undefined && draft.error instanceof ApiError && draft.error.code === 'not_found')
    return (
      <EmptyState title="There is no draft" action={<ButtonLink to={paths.frameworkVersions}>Go to the versions</ButtonLink>}>
        Copy a version into a draft to change what people are measured with.
      </EmptyState>
    )
  return <Loaded of={draft}>{(data) => <Loaded of={origin}>{(pack) => <Views draft={data} origin={pack} />}</Loaded>}</Loaded>
}

function Views({ draft, origin }: { draft: OpenDraft; origin: Pack }) {
  const { view } = route.useSearch()
  const { pack, carry, version } = draft
  const save = useSaveChanges(version)
  const differences = useMemo(() => differenceOf(origin, pack), [origin, pack])
  const editing = useMemo<Editing>(
    () => ({ pack, carry, origin, differences, version, save }),
    [pack, carry, origin, differences, version, save],
  )
  const { View } = views[view]
  return (
    <EditingContext value={editing}>
      <p className="DraftEditor-about">
        “{pack.name}”, copied from version {draft.origin}, last changed on {momentOf(draft.updatedAt)}.
      </p>
      <Tabs label="Draft">
        {viewNames.map((name) => (
          <Link
            key={name}
            to={paths.frameworkDraft}
            search={(now) => ({ ...now, view: name })}
            aria-current={name === view ? 'page' : undefined}
          >
            {views[name].label}
          </Link>
        ))}
      </Tabs>
      <div className="DraftEditor-view">
        <View />
      </div>
    </EditingContext>
  )
}
