import { describe, expect, it } from 'vitest'
import { asOf } from '../../whole-path/real-knowledge.ts'
import { engine, told } from '../real-engine.ts'

/** What a text says for one comparison, which has facts of its own. */
function facts(slug: string, text: string): string[] {
  const of = engine.comparisons.find(({ comparison }) => comparison.slug === slug)!
  return engine
    .read([{ text }], { ...of, asOf })
    .facts.map(told)
    .sort()
}

describe("a comparison's own fact", () => {
  it.each([
    'it must run w/o garbage collector pauses',
    'no garbage collection pauses on the router',
    'no GC allowed',
    'gc is not allowed',
    "we can't have a garbage collector",
    'garbage collection is forbidden on the device',
    'gc-free, the audio thread waits for nobody',
  ])('is read in the words that people have for it: "%s"', (text) => {
    expect(facts('go-vs-rust', text)).toContain('tail-latency=yes')
  })

  it.each([
    'the garbage collector is fine for us',
    "we don't mind the garbage collector",
    'is gc still slow?',
  ])('is not read where nobody minds: "%s"', (text) => {
    expect(facts('go-vs-rust', text)).not.toContain('tail-latency=yes')
  })

  it('is not denied by what the next clause denies of an option', () => {
    const text = 'we need it in six weeks and none of us ever wrote rust'
    expect(facts('go-vs-rust', text)).toEqual(['fast-delivery=yes', 'team/rust=no'])
    expect(facts('go-vs-rust', 'there is no deadline')).toContain('fast-delivery=no')
    expect(facts('go-vs-rust', 'the kubernetes operator was scrapped')).toContain('cloud-tooling=no')
  })

  it('stands in place of a shared one whose term lies inside its own', () => {
    expect(facts('go-vs-rust', 'hard real-time, in microseconds')).toEqual(['tail-latency=yes'])
    expect(facts('go-vs-rust', 'real-time chat for guests')).toContain('real-time=yes')
  })

  it('is not named by people', () => {
    expect(facts('rest-vs-graphql', 'two backend devs write it')).not.toContain('many-sources=yes')
    expect(facts('rest-vs-graphql', 'two backends stand behind it')).toContain('many-sources=yes')
  })
})
