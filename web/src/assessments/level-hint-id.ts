/** The one place on the sheet that tells what the level in focus stands for; every scale points at it. */
export const levelHintId = 'level-hint'
