import type { AnswerChanges } from '@plumbline/shared/assessments/answers.ts'
import type { Answer } from '@plumbline/shared/assessments/contract.ts'

const answer = (level: Answer['level'], interest: Answer['interest'] = null, note = ''): Answer => ({ level, interest, note })

/** What the engineer has answered of the round that is running, and not submitted. */
export const begunAnswers: AnswerChanges = {
  'linux-shell': answer(4),
  git: answer(4),
  cicd: answer(4, 1),
  'automated-testing': answer(3),
  'artifact-management': answer(3, 0),
  'release-strategies': answer(4, 1, 'Led the canary release of the tracking service.'),
  gitops: answer(3, 2, 'Pairing with Yuki on the cluster layout since last week.'),
  docker: answer(4),
  kubernetes: answer(4, 1),
  'helm-operators': answer(3, 2),
  'mesh-ingress': answer(null, 2, 'Wrote my first policy. Not sure yet where that leaves me.'),
  iac: answer(4, 1),
  secrets: answer(3),
}
