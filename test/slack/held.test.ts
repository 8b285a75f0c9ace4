import NodeCache from 'node-cache'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHeld } from '../../src/slack/held.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('createHeld', () => {
  it('gives up the older half when all are there', () => {
    const held = createHeld<number>(60, 4)
    for (const [index, key] of ['a', 'b', 'c', 'd', 'e'].entries()) held.set(key, index)
    expect(['a', 'b', 'c', 'd', 'e'].map(held.get)).toEqual([undefined, undefined, 2, 3, 4])
  })

  it('takes what is set again for new', () => {
    const held = createHeld<string>(60, 4)
    for (const key of ['a', 'b', 'c', 'd', 'a', 'e']) held.set(key, key)
    expect(['a', 'b', 'c', 'd', 'e'].map(held.get)).toEqual(['a', undefined, undefined, 'd', 'e'])
  })

  it('has nothing in memory half a minute after its time', () => {
    const taken = vi.spyOn(NodeCache.prototype, 'del')
    const held = createHeld<string>(600, 4)
    held.set('text', 'what somebody wrote')
    taken.mockClear()
    vi.advanceTimersByTime(590_000)
    expect(taken).not.toHaveBeenCalled()
    vi.advanceTimersByTime(40_000)
    expect(taken).toHaveBeenCalledWith('text')
  })

  it('leaves no timer when it is closed', () => {
    const held = createHeld<string>(60, 4)
    vi.advanceTimersByTime(120_000)
    held.close()
    expect(vi.getTimerCount()).toBe(0)
  })
})
