import { createContext, type ReactNode } from 'react'

/** Asks what other people's data is opened for, where the server gives it only once that was said. The frame fills it in. */
export const AskFirst = createContext<ReactNode>(null)
