import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Permits } from '../../src/workspace/permits.ts'

describe('Permits', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('forgets a trigger that is long over when it hands out the next, and tells of one just over', () => {
    const permits = new Permits()
    const first = permits.trigger('U1 page')
    expect(permits.checkTrigger(first)).toMatchObject({ seat: 'U1 page' })
    vi.advanceTimersByTime(4000)
    permits.trigger('U1 page')
    expect(permits.checkTrigger(first)).toEqual({ error: 'expired_trigger_id' })
    vi.advanceTimersByTime(60_000)
    permits.trigger('U1 page')
    expect(permits.checkTrigger(first)).toEqual({ error: 'invalid_trigger_id' })
  })

  it('takes a ticket once, and none that is a minute old', () => {
    const permits = new Permits()
    const [first, second] = [permits.ticket(), permits.ticket()]
    expect([permits.useTicket(first), permits.useTicket(first)]).toEqual([true, false])
    vi.advanceTimersByTime(60_001)
    expect(permits.useTicket(second)).toBe(false)
  })
})
