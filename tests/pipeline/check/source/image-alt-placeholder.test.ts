import { examplesOf, withFront } from './examples.js'

const inLanguage = (lang: string, alt: string) => withFront(`lang: ${lang}`, `![${alt}](mill.png)`)

examplesOf(
  'image-alt-placeholder',
  [
    ['![mill.png](mill.png)', '1:1 Unexpected alternative text `mill.png`, which is the name of a file'],
    ['![Mill at ebb.JPG](images/Mill%20at%20ebb.JPG?w=3)', 'is the name of a file'],
    ['![IMG_0231](mill.png)', 'is the name of a file'],
    ['![DSC01234.jpg](mill.png)', 'is the name of a file'],
    ['![PXL_20260212_093000123](mill.png)', 'is the name of a file'],
    ['![image](mill.png)', 'says only that there is a picture'],
    ['![Image 2](mill.png)', 'says only that there is a picture'],
    ['![(Photo #3)](mill.png)', 'says only that there is a picture'],
    [inLanguage('de', 'Abbildung'), 'says only that there is a picture'],
    [inLanguage('fr-FR', 'Capture d’écran'), 'says only that there is a picture'],
    [inLanguage('ar', 'صورة'), 'says only that there is a picture'],
    [withFront('cover: { src: mill.png, alt: Photo }'), 'of `cover`, which says only'],
  ],
  [
    '![](mill.png)',
    '![The mill](the-mill.png)',
    '![The folder holds logo.svg](folder.png)',
    '![Image of the moon](moon.png)',
    '![P 4 mm](mill.png)',
    '![WP](mill.png)',
    // A word of another language may be one of this.
    inLanguage('en', 'Bild'),
    inLanguage('fi', 'Kuva'),
  ],
)
