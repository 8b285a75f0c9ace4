import { describe, expect, it } from 'vitest'
import { answer } from '../../src/core/answer.ts'
import { asOf, realEngine } from './real-knowledge.ts'

const engine = realEngine()

/** The entry that answers, with its comparison, or the kind of an answer that is none. */
function answeredBy(text: string): string {
  const given = answer(engine, { text, asOf })
  return given.kind === 'faq' || given.kind === 'table'
    ? `${given.comparison.slug} ${given.entry.entry}`
    : given.kind
}

describe('a question asked either way round', () => {
  it.each([
    [
      'node-vs-python faq/node-faster',
      'is python really the faster one?',
      'is node the slower of both?',
      'which is faster, python or node',
    ],
    [
      'node-vs-python criterion/ai-data',
      'is node a better choice than python for ml',
      'is python any better than node for ml',
    ],
    [
      'node-vs-python criterion/web-api',
      'is node better than python for rest apis',
      'is python better than node for a rest api?',
    ],
    [
      'django-vs-fastapi faq/is-fastapi-faster',
      'is django quicker than fastapi?',
      'is fastapi slower than django?',
      'is django slow compared to fastapi',
    ],
    [
      'django-vs-fastapi criterion/async-io',
      'does django handle async better than fastapi',
      'is async in fastapi better than in django',
    ],
    [
      'go-vs-rust faq/is-rust-faster',
      'is go quicker than rust?',
      'is rust slower than go',
      'is go much slower than rust',
    ],
    [
      'go-vs-rust criterion/build-times',
      'does rust compile quicker than go',
      'does go compile faster than rust',
    ],
    [
      'laravel-vs-django criterion/admin',
      'is the admin of laravel better than that of django',
      'which one has the better admin, django or laravel',
    ],
    [
      'laravel-vs-django faq/rest-api',
      'is laravel better than django for rest apis',
      'is django better than laravel for an api backend',
    ],
    [
      'rest-vs-graphql faq/faster',
      'is rest quicker than graphql?',
      'is graphql slower than rest?',
      'is rest slower than graphql',
    ],
    [
      'rest-vs-graphql criterion/http-caching',
      'is graphql cached as well as rest?',
      'is rest cached better than graphql',
    ],
    ['rest-vs-graphql faq/which-is-better', 'is graphql better than rest?', 'is rest better than graphql'],
    ['node-frameworks faq/nest-overhead', 'is nest quicker than express?', 'is express quicker than nest?'],
  ])('%s', (entry, ...texts) => {
    expect(texts.map(answeredBy)).toEqual(texts.map(() => entry))
  })
})

describe('a word of two meanings', () => {
  it.each([
    ['is node the better pick for a startup?', 'node-vs-python criterion/development-speed'],
    ['our start-up needs an mvp, node or python in general?', 'node-vs-python criterion/development-speed'],
    ['best language for founders of a small startup', 'node-vs-python criterion/development-speed'],
    ['start-up time of a lambda in python', 'node-vs-python criterion/serverless'],
    ['which has the shorter cold start on lambda, python or node', 'node-vs-python criterion/serverless'],
    ['what about hiring people?', 'node-vs-python criterion/hiring'],
    ['can ml engineers contribute to the backend code?', 'node-vs-python criterion/data-people'],
  ])('%s', (text, entry) => {
    expect(answeredBy(text)).toBe(entry)
  })
})

describe('what no source says', () => {
  it.each([
    ['what does pinterest run on, node or python?', 'node-vs-python faq/who-uses'],
    ['name some companies that use node', 'node-vs-python faq/who-uses'],
    ['which one has the better documentation, python or node', 'node-vs-python faq/documentation'],
    ['are the docs of django better than those of fastapi', 'django-vs-fastapi faq/documentation'],
    ['does laravel have better docs than django', 'laravel-vs-django faq/documentation'],
    ['what do most companies use', 'node-vs-python criterion/popularity'],
    ['which generates better api docs, django or fastapi', 'django-vs-fastapi criterion/api-docs'],
  ])('%s', (text, entry) => {
    expect(answeredBy(text)).toBe(entry)
  })
})

describe('whether a project is alive', () => {
  it.each([
    ['is fastapi still being maintained?', 'django-vs-fastapi criterion/stability'],
    ['is laravel still actively developed', 'laravel-vs-django criterion/support'],
    ['is fastapi production ready for big apps', 'django-vs-fastapi faq/fastapi-zero-version'],
    ['is express still maintained', 'node-frameworks faq/express-alive'],
    ['is channels still maintained', 'django-vs-fastapi faq/websockets-in-django'],
  ])('%s', (text, entry) => {
    expect(answeredBy(text)).toBe(entry)
  })
})
