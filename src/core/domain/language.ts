import { z } from 'zod'

const words = z.array(z.string().min(1))

/** Language data shared by all comparisons (knowledge/language/language.yml). Lower case throughout. */
export const Language = z.strictObject({
  /** Words that alone are no question and want a first answer: greetings. */
  greetings: words,
  aboutThis: words,
  /** Words that alone want no answer: thanks, farewells. */
  courtesy: words,
  /** Phrases around a name that ask what it is. */
  introducing: words,
  /** Words that ask for a choice rather than name its topic; with names only they ask for the overview. */
  carriers: words,
  /** Words that stand in questions on anything: an entry that shares nothing else with one does not answer it. */
  functionWords: words,
  /** Phrases beside names that say nothing of what is asked ("so, X or Y today?"). */
  fillers: words,
  /** Phrases around a choice that tell no topic from another, however it is asked for ("what should we use for …"). */
  framing: words,
  /** Phrases before a need that take it back: what was said of it no longer holds. */
  withdrawing: words,
  /** The same behind it. */
  withdrawn: words,
  /** Headings over what is wished for later ("nice to have:"). */
  laterHeadings: words,
  /** Phrases that only look like either ("cut into"). */
  notWithdrawing: words,
  /** The same of what was spoken of last, without its name. */
  takenBack: words,
  /** Said of people who will not build it: their skill is no evidence. */
  outsiders: words,
  /** Before an option: it runs no more ("we dropped", "used to run on"). */
  gone: words,
  /** Behind an option: the people who knew it are gone ("dev quit"). */
  left: words,
  /** How a message begins that says of the one before that it is no longer so ("knew. they left"). */
  formerly: words,
  /** Behind an option: what ran on it is over. */
  ended: words,
  /** Behind an option: an opinion of it, which tells nobody's skill. */
  disliked: words,
  /** Before an option: somebody who knows it is looked for. */
  hiring: words,
  /** Beside a need: it was once meant to be. */
  intended: words,
  /** Behind a need: it is not needed. */
  unneeded: words,
  /** Values of a list's entry that deny what it names ("live chat: no"); signs too. */
  listedNo: words,
  /** Values that affirm it. */
  listedYes: words,
  /** Values of an option in such a list that nobody knows ("no experience"). */
  noSkill: words,
  /** Before an option: it is known only a little ("a bit of X"). */
  littleSkill: words,
  /** The same behind it ("X: basics"). */
  littleSkillBehind: words,
  /** How something changes or comes to be seen ("refreshed"). */
  updating: words,
  /** Beside it: so seldom that nothing need be live ("every night"). */
  seldom: words,
  /** The same so often that it is seen as it happens ("twice a second"). */
  often: words,
  /** What says of such a pace that it is not enough. */
  fasterWanted: words,
  /** What says that something was decided ("it's decided: X"). */
  decided: words,
  /** Who demands without building ("the customer"). */
  demanders: words,
  /** How they do ("insists on"). */
  demanding: words,
  /** Behind an option: somebody does not allow it. */
  forbidden: words,
  /** What puts a need off: a wish for later. */
  later: words,
  /** How a text asks which option to take. */
  choosing: words,
  /** Said of people who know every option alike. */
  allAlike: words,
  /** Before what holds for one answer alone. */
  supposing: words,
  /** How a clause begins that says the opposite of what is meant. */
  irony: words,
  /** Signs that say so of the sentence before them, or behind them where they begin a line. */
  ironySigns: words,
  /** How somebody asks who will build it. */
  staffing: words,
  /** How a message begins that agrees with the one before. */
  agreements: words,
  /** How a message begins that says yes to a question, or stands by what it said. */
  affirmations: words,
  /** How a message begins that brings up a topic to be answered, with or without a question mark. */
  openings: words,
  /** How a sentence begins that asks. */
  interrogatives: words,
  /** How one begins that asks without a question mark. */
  unmarkedQuestions: words,
  /** How the end of a sentence asks for all that it named ("…, is it in?"). */
  askingBack: words,
  /** What a message says of a system that was named before it: it goes on running. */
  staying: words,
  /** Words that stand for what was just said. */
  pronouns: words,
  /** How a message begins that denies the one before. */
  denials: words,
  /** How a message begins that says of what was just said that it is somebody else's. */
  disowning: words,
  /** Phrases that state a need; one that no fact knows is kept as "no rule for". */
  needs: words,
  /** Phrases of a discussion that cannot agree. */
  deadlock: words,
  /** Names of technologies that belong to no shipped comparison, as people type them. */
  foreign: words,
  /** Such names that are also plain words ("go"): they count only in a choice where nothing goes on behind them. */
  homographs: words,
  /** Small words of languages that are not read, by language: none that English has. */
  otherLanguages: z.record(z.string(), words),
  /** Words that point at the discussion or the asker's own case. */
  deictic: words,
})
export type Language = z.infer<typeof Language>
