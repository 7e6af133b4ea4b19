"""calibre's ebook-convert, which says the level of each line of its log: nothing else tells a warning from the rest."""

import sys

from calibre.ebooks.conversion.cli import main
from calibre.utils import logging

names = {logging.WARN: 'warning', logging.ERROR: 'error'}
printed = logging.ANSIStream.prints


def prints(self, level, *words, **options):
    printed(self, level, *([names[level] + ':'] if level in names else []), *words, **options)


logging.ANSIStream.prints = prints
sys.exit(main(sys.argv))
