/** Who wrote a text, as it says itself. */
export interface PlainAuthor {
  name: string
  role?: string
  affiliation?: string
  bio?: string
  disclosure?: string
}

/** What a text says of itself at its head and foot. */
export interface HeadMatter {
  title?: string
  standfirst?: string
  authors: PlainAuthor[]
  /** ISO 8601. */
  date?: string
  /** ISO 8601: when it was last changed. */
  updated?: string
  source?: { name: string; url?: string; license?: string; verbatim?: true }
}
