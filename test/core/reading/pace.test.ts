import { describe, expect, it } from 'vitest'
import { read, told } from '../real-engine.ts'

const facts = (text: string) => read([{ text }]).facts.map(told)

describe('what changes seldom', () => {
  it.each([
    'a live board for the directors, refreshed hourly',
    'the sales board shows new totals every morning',
    'a live dashboard, updated every night',
    'the status page refreshes every 30 minutes',
    'the board updates itself every two hours',
    'simulations run at night, and show the result in a web page next morning',
    'a live map. It is only updated once a day',
  ])('needs nothing live: "%s"', (text) => {
    expect(facts(text)).toContain('real-time=no')
  })

  it.each([
    'a dashboard refreshed every second',
    'couriers crawl over a map, position refreshed twice a second',
    'a live ticker, updated every 2 minutes',
    'a live map with prices updated nightly',
    'the vans move live on the map, and the statistics are refreshed hourly',
    'live chat, which we back up every night',
    'a kitchen display that shows orders coming in + food cost import each night',
    'live dashboard, nightly import of prices',
    'patients see the queue move, doctors see a summary every morning',
    'visitors see seats vanish as others book, weekly 5000 visitors',
    'the live map must move, today it is refreshed hourly',
  ])('is not what stands beside a live need: "%s"', (text) => {
    expect(facts(text)).toContain('real-time=yes')
  })
})
