import type { Model } from '@plumbline/shared/frameworks/pack-source.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { modelItems } from '../models/model-items.ts'

/** Items of open models that ask for the same, each leading to its model. */
export function ModelItems({ items, models }: { items: readonly string[]; models: readonly Model[] }) {
  if (items.length === 0) return <p>No open model is set beside it.</p>
  return (
    <ul>
      {modelItems(items, models).map(({ key, model, name }) => (
        <li key={key}>
          {name},{' '}
          <Link to={paths.frameworkModel} params={{ modelId: model.id }}>
            {model.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
