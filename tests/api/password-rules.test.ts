import { expect, test } from 'vitest'
import { startedWorld, testPassword } from '../support/world.ts'

const kept = [' spaces before and behind ', '123456789012', 'Пароль и 🗝️ ﬁ Å', 'x'.repeat(200)]

test('a password is taken exactly as it was typed, of any kind and up to 200 characters', { timeout: 180_000 }, async () => {
  const { admin, nobody } = await startedWorld()
  const opens = async (password: string) => (await nobody.post('/sessions', { email: 'ada@example.org', password })).status
  let oldPassword = testPassword
  for (const password of kept) {
    expect([password, (await admin.put('/me/password', { oldPassword, password })).status]).toEqual([password, 200])
    oldPassword = password
    const others = [password.trim(), password.toUpperCase(), password.slice(0, -1), `${password} `].filter((one) => one !== password)
    expect([password, await opens(others[0] ?? ''), await opens(others.at(-1) ?? ''), await opens(password)]).toEqual([
      password,
      401,
      expect.any(Number),
      201,
    ])
  }
})
