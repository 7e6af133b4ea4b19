/** Where a file falls short of PDF/UA-1. */
export interface PdfUaFinding {
  /** The failure condition of the Matterhorn Protocol 1.1, '13-004'. */
  readonly checkpoint: string
  readonly message: string
  /** From 1; absent where it concerns the file. */
  readonly page?: number
}
