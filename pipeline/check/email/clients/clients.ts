/** A mail client whose support of HTML and CSS is looked at. */
export interface Client {
  /** Its family and platform, as caniemail.com has them. */
  readonly id: string
  /** As messages call it. */
  readonly name: string
}

/**
 * The clients that an email is held to, in the order of the letters in `support`. They are those that readers of
 * newsletters have in numbers, and two that people who care about privacy choose. Left out are clients of one country's
 * provider, those that are gone (Windows Mail), Gmail's page for old telephones, and what shares its engine with a client
 * of the list (AOL is Yahoo; the new Outlook for Windows is Outlook.com).
 */
export const clients: readonly Client[] = [
  { id: 'gmail.desktop-webmail', name: 'Gmail' },
  { id: 'gmail.ios', name: 'Gmail on iOS' },
  { id: 'gmail.android', name: 'Gmail on Android' },
  { id: 'outlook.windows', name: 'classic Outlook on Windows' },
  { id: 'outlook.outlook-com', name: 'Outlook.com' },
  { id: 'outlook.macos', name: 'Outlook on macOS' },
  { id: 'outlook.ios', name: 'Outlook on iOS' },
  { id: 'outlook.android', name: 'Outlook on Android' },
  { id: 'apple-mail.macos', name: 'Apple Mail on macOS' },
  { id: 'apple-mail.ios', name: 'Apple Mail on iOS' },
  { id: 'yahoo.desktop-webmail', name: 'Yahoo Mail' },
  { id: 'yahoo.ios', name: 'Yahoo Mail on iOS' },
  { id: 'yahoo.android', name: 'Yahoo Mail on Android' },
  { id: 'thunderbird.macos', name: 'Thunderbird' },
  { id: 'samsung-email.android', name: 'Samsung Email' },
  { id: 'protonmail.desktop-webmail', name: 'Proton Mail' },
  { id: 'protonmail.ios', name: 'Proton Mail on iOS' },
  { id: 'protonmail.android', name: 'Proton Mail on Android' },
  { id: 'fastmail.desktop-webmail', name: 'Fastmail' },
]
