import { type LevelNames, levelNames } from '@plumbline/shared/levels/level.ts'
import { createContext, use } from 'react'

/** The names that the organisation gives the levels, for all that shows one; the frame provides them. */
export const LevelNamesContext = createContext<LevelNames>(levelNames)

export const useLevelNames = (): LevelNames => use(LevelNamesContext)
