import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { paths } from '../paths.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { FrameworkNav } from './FrameworkNav.tsx'
import { SearchButton } from './search/SearchButton.tsx'
import { type Framework, useFramework } from './queries.ts'

type Of<Value> = Value | ((framework: Framework) => Value)

interface FrameworkSectionProps {
  /** What the page is about: fixed, or read from the framework once it is there. */
  title: Of<string>
  subtitle?: Of<ReactNode>
  /** Links and buttons of this page, beside the search. */
  actions?: ReactNode
  children: (framework: Framework) => ReactNode
}

/** The frame of every page of the framework: which framework it is, its parts, the search, and the page itself once it is loaded. */
export function FrameworkSection({ title, subtitle, actions, children }: FrameworkSectionProps) {
  const read = useFramework()
  const framework = read.data
  const said = <Value,>(of: Of<Value>, before: Value): Value =>
    typeof of === 'function' ? (framework === undefined ? before : (of as (framework: Framework) => Value)(framework)) : of
  return (
    <>
      <PageHeader
        title={said(title, 'Framework')}
        subtitle={said(subtitle, undefined)}
        trail={
          framework !== undefined && (
            <>
              {framework.pack.name}, <Link to={paths.frameworkVersions}>version {framework.pack.version}</Link>
            </>
          )
        }
        actions={
          <>
            {actions}
            <SearchButton pack={framework?.pack} />
          </>
        }
      />
      <FrameworkNav />
      <Loaded of={read}>{children}</Loaded>
    </>
  )
}
