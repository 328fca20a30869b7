import { hash } from 'node:crypto'

/** A number from 0 up to 1 that looks random and is always the same for the same words. */
export const fraction = (...words: readonly string[]): number => hash('sha256', words.join(' '), 'buffer').readUInt32BE(0) / 2 ** 32
