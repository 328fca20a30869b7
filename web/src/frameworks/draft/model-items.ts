import type { Pack } from '@plumbline/shared/frameworks/pack.ts'

/** The items of all open models, under the id that entries name them by. */
export const modelItems = ({ models }: Pick<Pack, 'models'>) =>
  models.flatMap((model) => model.items.map((item) => ({ id: `${model.id}/${item.id}`, name: `${item.name} (${model.name})` })))
