import { getFrameworkRoute } from '@plumbline/shared/frameworks/contract.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { indexPack } from '@plumbline/shared/levels/pack-index.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import { useMemo } from 'react'
import { type Read, useRoute } from '../api/query.ts'

export interface Framework {
  readonly pack: Pack
  readonly index: PackIndex
}

/** The framework that the organisation measures with, indexed for look-ups. */
export function useFramework(): Read<Framework> {
  const read = useRoute(getFrameworkRoute, {})
  const { data } = read
  const framework = useMemo(() => (data === undefined ? undefined : { pack: data, index: indexPack(data) }), [data])
  return { ...read, data: framework }
}
