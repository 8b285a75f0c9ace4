import type { Seed } from './model.ts'

/** The discussion that a new workspace opens with. */
export const seed: Seed = {
  people: ['Maya Chen', 'Tom Okafor', 'Priya Nair', 'Jonas Weber', 'Lena Park'],
  channels: [
    {
      name: 'architecture',
      topic: 'Decisions before code',
      thread: [
        {
          author: 'Maya Chen',
          text: 'We need to pick the backend for the live operations dashboard this week.',
        },
        { author: 'Maya Chen', text: 'It pushes order updates to about 300 open screens over WebSockets.' },
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
          author: 'Tom Okafor',
          text: 'Yes please. Back to this: no heavy computation in there, mostly database reads.',
        },
        {
          author: 'Lena Park',
          text: 'Maybe some forecasting with a small model next year, but not in the first release.',
        },
        { author: 'Priya Nair', text: 'Then I am torn. What would you do?' },
      ],
    },
    { name: 'general', topic: 'Everybody' },
    { name: 'random', topic: 'The bot is not a member here', withoutBot: true },
  ],
  draft: '@bot what should we pick?',
}
