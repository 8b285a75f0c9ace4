/**
 * What a new comparison says where its author is to write: `new` puts it there, and the check warns of what is left, for
 * it would be answered from.
 */
export const placeholders = {
  owner: 'owner: Name of whoever answers for it',
  subject: 'subject: what is compared',
  publisher: 'publisher: Whoever publishes it',
  address: 'url: https://example.org/docs',
  because: 'because: Say why in one sentence.',
  criterion: 'title: The first criterion',
  answer: 'answer: "With its condition:',
  says: 'What is said of it.',
  meaning: 'is what it is."',
  difference: 'how do they differ in the first criterion',
  compared: 'first criterion compared',
  better: 'which has the better criterion',
} as const
