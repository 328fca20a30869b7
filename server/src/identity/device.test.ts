import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

test('a browser and its system are named in words', () => {
  const named = (text: string) => deviceOf(`Mozilla/5.0 (${text}`)
  expect(named('X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36')).toBe('Chrome on Linux')
  expect(named('Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0')).toBe('Edge on Windows')
  expect(named('Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox on Windows')
  expect(named('iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Mobile Safari/604.1')).toBe('Safari on an iPhone')
})

test('what says nothing of itself, or something odd, is an unknown program', () => {
  expect([deviceOf(null), deviceOf(''), deviceOf('<b>me</b>')]).toEqual(Array(3).fill('An unknown program'))
})
