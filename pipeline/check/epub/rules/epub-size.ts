import type { BookRule } from '../checked-book.js'

const megabyte = 1_000_000

/** Megabytes of a file that Send to Kindle takes: by email (amazon.com, nodeId=201974220), and on its page. */
const byEmail = 50
const onPage = 200

/** A book is not so large that it cannot be sent to a Kindle. */
export const epubSize: BookRule = ({ bytes }) => {
  const found = Math.ceil(bytes / megabyte)
  if (bytes <= byEmail * megabyte) return []
  const reason =
    bytes > onPage * megabyte
      ? `Unexpected EPUB of ${found} MB, expected at most ${onPage}: Send to Kindle takes no larger one; split the issue, or leave pictures out`
      : `Unexpected EPUB of ${found} MB, expected at most ${byEmail}: Send to Kindle takes a larger one on its page, but not by email`
  return [{ reason }]
}
