import { examplesOf } from './examples.js'

const to = (address: string) => `Read [the tables](${address}).`

examplesOf(
  'link-tracked',
  [
    [
      to(
        'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Ftables&data=05%7C01',
      ),
      '1:6 Unexpected link through the counter of Outlook',
    ],
    [
      to('https://www.google.com/url?q=https://example.org/tables&sa=D'),
      'expected `https://example.org/tables`',
    ],
    [to('https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fexample.org%2F'), '`https://example.org/`'],
    [to('https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F&h=AT0'), '`https://example.org/`'],
    [to('https://urldefense.com/v3/__https://example.org__;!!a!b$'), 'the address that it leads on to'],
    [to('https://letter.us1.list-manage.com/track/click?u=1&id=2&e=3'), 'Mailchimp'],
    [to('https://substack.com/redirect/0f3a?j=eyJ1'), 'Substack'],
  ],
  [
    to('https://www.google.com/search?q=https://example.org'),
    to('https://letter.us1.list-manage.com/subscribe?u=1'),
    to('https://letter.substack.com/p/tides'),
    to('https://example.org/?utm_source=letter'),
    to('https://example.org/?url=https://www.google.com/url?q=http'),
  ],
)
