/**
 * The name of a skill or role of the framework that `byId` comes from. What that framework does not have reads as its id and says so: an answer
 * can be of another version than the framework beside it, and a report or an address outlives both.
 */
export const nameIn = (byId: ReadonlyMap<string, { readonly name: string }>, id: string): string =>
  byId.get(id)?.name ?? `${id} (no longer in the framework)`
