import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { sentenceOf } from '../api/words.ts'
import { answerQueue } from './answer-queue.ts'
import { useAnswerPractice } from './queries.ts'

type Answer = StoredAnswer['answer']

export interface Answering {
  /** Mine while it is not saved, else what stands. */
  shown: Answer | null
  /** My choice that is not saved. */
  unsaved: Answer | null
  status: 'saving' | 'saved' | 'failed' | 'overtaken' | null
  /** What went wrong, for `failed`. */
  problem: string
  choose: (answer: Answer) => void
  /** Gives up my unsaved choice. */
  discard: () => void
  /** Saves evidence and note with the answer that stands. */
  saveText: (text: { evidence: string | null; note: string }) => Promise<void>
}

interface Practice {
  teamId: string
  practiceId: string
  stored: StoredAnswer | undefined
  /** Fetches what stands now. */
  refetch: () => void
}

/** Answering one practice: saved at once, and where somebody else was faster nothing of mine is lost. */
export function useAnswer({ teamId, practiceId, stored, refetch }: Practice): Answering {
  const change = useAnswerPractice()
  const [queue] = useState(answerQueue)
  const [mine, setMine] = useState<Answer | null>(null)
  const [status, setStatus] = useState<Answering['status']>(null)
  const [problem, setProblem] = useState('')

  const send = async (body: Pick<StoredAnswer, 'answer' | 'evidence' | 'note'>, known: StoredAnswer | undefined): Promise<StoredAnswer> =>
    (await change.send({ params: { teamId, practiceId }, body, ifMatch: known?.version ?? 0 })).data

  const fail = (error: unknown): void => {
    const overtaken = error instanceof ApiError && error.code === 'stale'
    setStatus(overtaken ? 'overtaken' : 'failed')
    setProblem(sentenceOf(error))
    if (overtaken) refetch()
  }

  const save = async (answer: Answer): Promise<void> => {
    try {
      const stands = await queue(answer, stored, (next, known) =>
        send({ answer: next, evidence: known?.evidence ?? null, note: known?.note ?? '' }, known),
      )
      if (stands === null) return
      setMine(null)
      setStatus('saved')
    } catch (error) {
      fail(error)
    }
  }

  const choose = (answer: Answer): void => {
    setMine(answer)
    setStatus('saving')
    void save(answer)
  }

  return {
    shown: mine ?? stored?.answer ?? null,
    unsaved: mine,
    status,
    problem,
    choose,
    discard: () => {
      setMine(null)
      setStatus(null)
    },
    saveText: async (text) => {
      if (!stored) throw new Error('evidence for an answer that is not there')
      try {
        await send({ answer: stored.answer, ...text }, stored)
      } catch (error) {
        if (error instanceof ApiError && error.code === 'stale') refetch()
        throw error
      }
    },
  }
}
