/** What an author command needs of the world around it. */
export interface Terminal {
  /** One line of the result. */
  out: (line: string) => void
  /** One line of what went wrong. */
  err: (line: string) => void
  /** YYYY-MM-DD. */
  today: string
  /** The folders of knowledge where none are given; left out: the shipped one. */
  knowledgeDir?: string | undefined
}
