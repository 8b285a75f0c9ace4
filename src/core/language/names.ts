import type { Token } from './text.ts'

/** Place of an option's name in a token list. */
export interface Mention {
  option: string
  /** First token and the one after the last. */
  from: number
  to: number
  /** True for the option itself, false for a framework or tool that belongs to it. */
  own: boolean
  /** True inside a choice such as "A or B", where a name is no evidence of anything. */
  inChoice: boolean
}

export interface NamedOption {
  id: string
  aliases: readonly string[]
  frameworks: readonly string[]
}

interface Node {
  next: Map<string, Node>
  end?: { option: string; own: boolean }
}

const SEPARATORS = new Set(['or', 'vs', 'versus', 'over', 'against', 'v', 'and', 'to'])
const CHOOSING = new Set(['or', 'vs', 'versus', 'v', 'against', 'over'])
const NEGATION =
  /(?:^|[^\p{L}])(?:no|none|not|nobody|neither|never|without|zero|nor)(?![\p{L}])|n't(?![\p{L}])/u
/** How far a sentence is looked at from a choice: texts without any end would cost their square. */
const NEAR = 400
const ENDS = /(?<!\bvs?)\.\s|[;!?\n]/
const OPENERS = new Set(['between', 'choose', 'pick', 'either', 'like', 'say'])
const FILLERS = new Set([
  'maybe',
  'a',
  'an',
  'plain',
  'go',
  'with',
  'use',
  'just',
  'rather',
  'perhaps',
  'the',
  'in',
  'pure',
])

/** What is hung on a name begins with one of these. */
const HUNG = /['\d-]/

const PAGES = new Set(['site', 'sites', 'website', 'websites', 'page', 'pages', 'spa', 'spas', 'ui', 'uis'])

/** "JS heavy pages" are full of it: nobody says that they know it, or run it themselves. */
function describesPages(tokens: readonly Token[], to: number): boolean {
  return tokens[to]?.word === 'heavy' && PAGES.has(tokens[to + 1]?.word ?? '')
}

const ARTICLES = new Set(['the', 'a', 'an'])

/** True for what stands behind an article: a plain word rather than a name ("like the rest"). */
export function hasArticle(tokens: readonly Token[], from: number): boolean {
  return ARTICLES.has(tokens[from - 1]?.word ?? '')
}

/** True when a plain word at tokens [from, to) stands beside a word of choosing as a name does: "go or", "vs go". */
export function besideChoosing(tokens: readonly Token[], from: number, to: number): boolean {
  if (hasArticle(tokens, from)) return false
  return CHOOSING.has(tokens[from - 1]?.word ?? '') || CHOOSING.has(tokens[to]?.word ?? '')
}

/** The words of a name as they are looked for. */
export function nameWords(name: string): string[] {
  return name.toLowerCase().split(/[\s/]+/)
}

/** "python3.12", "node20", "django's", "react-based": the name without what is hung on it; else the word itself. */
export function withoutSuffix(word: string): string {
  if (!HUNG.test(word)) return word
  const bare = word.replace(
    /'s$|s'$|[-.]?v?\d+(?:\.[\dx]+)*$|-(?:based|only|first|like|ish|side|style|shop|team|devs?|folks|people|code|service|app|stack|world|native)$/,
    '',
  )
  return bare.length > 1 ? bare : word
}

/** Finds options by their names in token lists; built once per comparison. */
export class Names {
  readonly options: readonly string[]
  private readonly root: Node = { next: new Map() }

  constructor(options: readonly NamedOption[]) {
    this.options = options.map((option) => option.id)
    for (const option of options) {
      for (const name of option.aliases) this.add(name, option.id, true)
      for (const name of option.frameworks) this.add(name, option.id, false)
    }
  }

  private add(name: string, option: string, own: boolean): void {
    let node = this.root
    for (const word of nameWords(name)) {
      let next = node.next.get(word)
      if (!next) {
        next = { next: new Map() }
        node.next.set(word, next)
      }
      node = next
    }
    node.end ??= { option, own }
  }

  private step(node: Node, word: string): Node | undefined {
    const found = node.next.get(word)
    if (found || !HUNG.test(word)) return found
    return node.next.get(withoutSuffix(word))
  }

  /** All names in a token list, longest first, left to right; names in a choice between options are marked. */
  find(tokens: readonly Token[], folded: string): Mention[] {
    const mentions: Mention[] = []
    for (let i = 0; i < tokens.length; ) {
      let node: Node | undefined = this.root
      let best: Mention | undefined
      for (let j = i; j < tokens.length && j < i + 4; j++) {
        node = this.step(node, tokens[j]!.word)
        if (!node) break
        if (node.end) best = { ...node.end, from: i, to: j + 1, inChoice: false }
      }
      if (best) {
        if (!describesPages(tokens, best.to)) mentions.push(best)
        i = best.to
      } else i++
    }
    this.markChoices(mentions, tokens, folded)
    return mentions
  }

  private markChoices(mentions: Mention[], tokens: readonly Token[], folded: string): void {
    for (let k = 0; k + 1 < mentions.length; k++) {
      const left = mentions[k]!
      const right = mentions[k + 1]!
      if (left.option === right.option) continue
      let choosing = false
      let broken = false
      for (let t = left.to; t < right.from; t++) {
        const word = tokens[t]!.word
        if (CHOOSING.has(word)) choosing = true
        else if (!FILLERS.has(word) || right.from - left.to > 4) broken = true
      }
      if (left.to === right.from)
        choosing = folded.slice(tokens[left.to - 1]!.end, tokens[right.from]!.at).includes('/')
      if (!choosing || broken || this.denied(left, tokens, folded)) continue
      // "We know A. Or B?": a sentence ends between them; "A vs. B" does not end one.
      if (ENDS.test(folded.slice(tokens[left.to - 1]!.end, tokens[right.from]!.at))) continue
      // Names joined to either side belong to the choice: "node/ts or django (fastapi)".
      for (
        let a = k;
        a >= 0 &&
        mentions[a]!.option === left.option &&
        (a === k || this.adjoining(mentions[a]!, mentions[a + 1]!, tokens, folded));
        a--
      ) {
        mentions[a]!.inChoice = true
      }
      for (
        let b = k + 1;
        b < mentions.length &&
        mentions[b]!.option === right.option &&
        (b === k + 1 || this.adjoining(mentions[b - 1]!, mentions[b]!, tokens, folded));
        b++
      ) {
        mentions[b]!.inChoice = true
      }
    }
  }

  /** "None of us knows A or B" denies both: it is no choice. A question is one all the same. */
  private denied(left: Mention, tokens: readonly Token[], folded: string): boolean {
    const start = tokens[left.from]!.at
    const before = folded.slice(Math.max(0, start - NEAR), start)
    const sentence = Math.max(...['.', ';', '!', '?', '\n', ','].map((sign) => before.lastIndexOf(sign)))
    if (!NEGATION.test(before.slice(sentence + 1))) return false
    return folded.slice(start, start + NEAR).match(/[.;!?\n]/)?.[0] !== '?'
  }

  /** Names side by side speak of one thing; after a comma only where nothing is said of the first. */
  private adjoining(a: Mention, b: Mention, tokens: readonly Token[], folded: string): boolean {
    const between = b.from - a.to
    if (between > 1 || (between === 1 && !SEPARATORS.has(tokens[a.to]!.word))) return false
    const gap = folded.slice(tokens[a.to - 1]!.end, tokens[b.from]!.at)
    if (/[.;:!?\n]/.test(gap)) return false
    if (!gap.includes(',')) return true
    const before = tokens[a.from - 1]?.word
    return before === undefined || before === '?' || FILLERS.has(before) || OPENERS.has(before)
  }
}
