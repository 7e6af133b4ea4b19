/** Who shows a player or a post, and the address of its own page. */
export interface Embedded {
  readonly url: string
  readonly provider?: string
}

const id = '([\\w-]{6,})'
const pages: readonly (readonly [RegExp, string, string])[] = [
  [
    new RegExp(`youtube(?:-nocookie)?\\.com/(?:embed|v|shorts)/${id}`),
    'https://www.youtube.com/watch?v=$1',
    'YouTube',
  ],
  [/player\.vimeo\.com\/video\/(\d+)/, 'https://vimeo.com/$1', 'Vimeo'],
  [/dailymotion\.com\/embed\/video\/(\w+)/, 'https://www.dailymotion.com/video/$1', 'Dailymotion'],
  [/open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/, 'https://open.spotify.com/$1', 'Spotify'],
  [/embed\.ted\.com\/talks\/(?:lang\/[\w-]+\/)?(\w+)/, 'https://www.ted.com/talks/$1', 'TED'],
  [/codepen\.io\/([\w-]+)\/embed\/(?:preview\/)?(\w+)/, 'https://codepen.io/$1/pen/$2', 'CodePen'],
  [/instagram\.com\/((?:p|reel)\/[\w-]+)/, 'https://www.instagram.com/$1/', 'Instagram'],
  [/tiktok\.com\/embed\/(?:v2\/)?(\d+)/, 'https://www.tiktok.com/embed/v2/$1', 'TikTok'],
  [/platform\.twitter\.com\/embed\/Tweet\.html\?.*?id=(\d+)/i, 'https://twitter.com/i/status/$1', 'X'],
  [/archive\.org\/embed\/([\w.-]+)/, 'https://archive.org/details/$1', 'Internet Archive'],
  [/embed\.podcasts\.apple\.com\/(.+)/, 'https://podcasts.apple.com/$1', 'Apple Podcasts'],
]
const names: readonly (readonly [RegExp, string])[] = [
  [/youtu\.be|youtube/, 'YouTube'],
  [/soundcloud\.com/, 'SoundCloud'],
  [/bandcamp\.com/, 'Bandcamp'],
  [/datawrapper\.(?:de|dwcdn\.net)|dwcdn\.net/, 'Datawrapper'],
  [/flourish\.studio/, 'Flourish'],
  [/google\.\w+\/maps|maps\.google/, 'Google Maps'],
  [/openstreetmap\.org/, 'OpenStreetMap'],
  [/twitter\.com|\/\/x\.com/, 'X'],
  [/bsky\.app/, 'Bluesky'],
  [/facebook\.com/, 'Facebook'],
  [/reddit\.com/, 'Reddit'],
  [/gist\.github\.com/, 'GitHub'],
  [/omny\.fm|acast\.com|podbean\.com|buzzsprout\.com|simplecast\.com|libsyn\.com|megaphone\.fm/, 'Podcast'],
]
const idle =
  /^(?:about:|javascript:|data:|blob:)|googletagmanager|doubleclick|amazon-adsystem|safeframe|adservice|\/ads?[/.?]|recaptcha|addthis|sharethis|disqus\.com|disqus_thread|outbrain|taboola|facebook\.com\/plugins\/(?:like|share|page)|platform\.twitter\.com\/widgets\/(?:follow|tweet)_button|accounts\.google|substack\.com\/embed|mailchi\.mp|list-manage\.com|widgets\.wp\.com\/likes|\/email\/form\/|newsletter|\/subscribe\b/i

/** Whether an address is of an advertisement, a counter or a button, and no part of the article. */
export const isIdle = (address: string): boolean => idle.test(address)

/** The page of what is embedded from the address, for a reader whose format shows no player. */
export function embedded(address: string): Embedded {
  const whole = address.startsWith('//') ? `https:${address}` : address
  for (const [pattern, page, provider] of pages) {
    const match = pattern.exec(whole)
    if (match)
      return { url: page.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? ''), provider }
  }
  const name = names.find(([pattern]) => pattern.test(whole.slice(0, 300)))?.[1]
  return name ? { url: whole, provider: name } : { url: whole }
}
