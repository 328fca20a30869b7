import type { Model } from '@plumbline/shared/frameworks/pack-source.ts'

/** Items written `model/item`, with their model and their own name. What no model has is left out. */
export const modelItems = (
  keys: readonly string[],
  models: readonly Model[],
): { readonly key: string; readonly model: Model; readonly name: string }[] =>
  keys.flatMap((key) => {
    const [modelId, itemId] = key.split('/')
    const model = models.find(({ id }) => id === modelId)
    const item = model?.items.find(({ id }) => id === itemId)
    return model === undefined || item === undefined ? [] : [{ key, model, name: item.name }]
  })
