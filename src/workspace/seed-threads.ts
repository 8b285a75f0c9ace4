import type { SeedThread } from './model.ts'

/**
 * The discussions that a new workspace opens with, one thread each, as they stand in the channel: the last one is the
 * newest and is open. Each shows one thing that makes reading a discussion hard.
 */
export const seedThreads: readonly SeedThread[] = [
  {
    shows: 'near miss',
    messages: [
      {
        author: 'Hugo Lindqvist',
        text: 'The nightly build of the level editor is red since the new image. What do we pin?',
      },
      {
        author: 'Sofia Marino',
        text: 'node-gyp looks for Python and finds 3.13, which has no distutils any more.',
      },
      {
        author: 'Hugo Lindqvist',
        text: 'We could pin Node 20 and Python 3.11, or go to Node 22 and keep 3.13.',
      },
      { author: 'Wes Tan', text: 'The other studio pinned. It held until the next security update.' },
      { author: 'Sofia Marino', text: 'Either way the artists want their builds by Thursday.' },
    ],
  },
  {
    shows: 'two parts',
    messages: [
      { author: 'Aisha Bello', text: 'Two things to build for car claims, each with its own deployment.' },
      {
        author: 'Aisha Bello',
        text: 'First the claims desk: when somebody takes a claim, all other screens must show it at once, live.',
      },
      {
        author: 'Rafael Soto',
        text: 'Second the fraud score. We train our own machine learning model for it, that is the product we sell.',
      },
      { author: 'Mei Tanaka', text: 'So one language for both, or may they differ?' },
      { author: 'Rafael Soto', text: 'They may. The desk only calls the score over HTTP.' },
      { author: 'Aisha Bello', text: 'I will book the room for Monday then.' },
    ],
  },
  {
    shows: 'nothing decides',
    messages: [
      { author: 'Dana Novak', text: 'The library gets a new members list: names, addresses, who paid.' },
      { author: 'Oskar Lund', text: 'Forms and a few lists, then. Anything special in it?' },
      {
        author: 'Dana Novak',
        text: 'No. Two librarians keep it up to date, and once a year a letter goes out.',
      },
      { author: 'Oskar Lund', text: 'And who builds it?' },
      { author: 'Dana Novak', text: 'Not decided. The tender is open until May.' },
    ],
  },
  {
    shows: 'irony',
    messages: [
      {
        author: 'Greta Holm',
        text: 'The bakery wants its stamp card as an app: ten rolls, one free. What do we build it on?',
      },
      { author: 'Leo Ferri', text: 'Their consultant sent forty slides about AI.' },
      {
        author: 'Greta Holm',
        text: 'Sure, because counting to ten needs a machine learning model. :upside_down_face:',
      },
      { author: 'Leo Ferri', text: 'Yeah right, and a blockchain for the raisins.' },
      {
        author: 'Nadia Aziz',
        text: 'Seriously now: the two of us who build it have written Node for years.',
      },
      { author: 'Greta Holm', text: 'Good. The shop opens in six weeks.' },
    ],
  },
  {
    shows: 'contradiction',
    messages: [
      { author: 'Ines Duarte', text: 'The clinic needs a queue display in the waiting room. Which backend?' },
      {
        author: 'Karim Haddad',
        text: 'The number has to change on the screen by itself, live, the moment we call.',
      },
      {
        author: 'Ines Duarte',
        text: 'No, it does not. Nobody asked for live, a reload every minute is fine.',
      },
      { author: 'Karim Haddad', text: 'I was there on Monday, and they did ask.' },
      { author: 'Bea Roth', text: 'I cannot settle that. But the three who build it are Python people.' },
      { author: 'Ines Duarte', text: 'True, that one is settled.' },
    ],
  },
  {
    shows: 'withdrawn need',
    messages: [
      {
        author: 'Maya Chen',
        text: 'We need to pick the backend for the live operations dashboard this week.',
      },
      { author: 'Lena Park', text: 'Its core is the forecast, our own model of late orders.' },
      { author: 'Maya Chen', text: 'And it pushes order updates to about 300 open screens over WebSockets.' },
      {
        author: 'Tom Okafor',
        text: 'The front end is Next.js in TypeScript, and we want to share its types with the API.',
      },
      {
        author: 'Priya Nair',
        text: 'But the team knows Python best. Four of the five of us write it every day.',
      },
      { author: 'Jonas Weber', text: 'Lunch at 12:30? The new place has dumplings.' },
      {
        author: 'Lena Park',
        text: 'Yes please. And the forecast was cut on Tuesday, by the way.',
      },
      { author: 'Priya Nair', text: 'Then I am torn. What would you do?' },
    ],
  },
]
