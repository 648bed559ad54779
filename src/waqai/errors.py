"""Every error a user can meet, in one tree.

    WaqaiError                  a sentence a user can act on; the command ends with exit code 2
    ├── InputError              a file or a line that cannot be read: it is named, counted and skipped
    │   ├── EncodingError       bytes that are no text in any encoding we know
    │   ├── EmptyInputError     nothing to read
    │   ├── TooLargeError       more than the limit that keeps one page from stopping a run
    │   └── LanguageError       a page in another language than Arabic
    ├── LexiconError            one or more faults in lexicon files; all of them are listed
    ├── GazetteerError          a gazetteer source or store that cannot be used
    ├── SourcesError            one or more faults in a sources file; all of them are listed
    ├── FetchError              something outside that could not be had
    │   ├── RefusedError        something outside that we do not ask for or do not take, with the reason
    │   └── PutOffError         a host asks to be left alone for a while
    ├── ArchiveError            an archive of originals that cannot be used, or is not what was written
    │   └── ArchiveBusyError    another run is writing to the archive
    ├── OutputError             standard output cannot be written to
    │   └── ReaderGoneError         whoever read it has ended, which is told to nobody
    ├── SettingError            an option, setting or path that cannot work
    └── StoreError              a store that cannot be opened, or does not hold what was asked for
        ├── DecisionError       a decision that cannot be made, with the reason
        └── StaleError          someone else changed the incident in the meantime; theirs is shown first

Library code raises these and nothing else on bad input; a bare ``ValueError`` is a bug of ours.
"""

from __future__ import annotations

from typing import Final

import msgspec

NO_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises for bytes that are no JSON of the form asked for: malformed, not UTF-8, nested too deep."""


class WaqaiError(Exception):
    """A failure with a code for programs and one sentence for people."""

    code = "W-000"

    def __init__(self, sentence: str, *, where: str = "") -> None:
        """Keep the sentence and, when known, the file and line it is about."""
        super().__init__(sentence)
        self.sentence = sentence
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.where else self.sentence


class InputError(WaqaiError):
    """A file or line that cannot be read."""

    code = "W-IN-1"


class EncodingError(InputError):
    """Bytes that are no text in any encoding we try."""

    code = "W-IN-2"


class EmptyInputError(InputError):
    """Nothing to read."""

    code = "W-IN-3"


class TooLargeError(InputError):
    """More than the limit that keeps one page from stopping a run."""

    code = "W-IN-4"


class LanguageError(InputError):
    """A page in another language than Arabic; it is set aside."""

    code = "W-IN-5"


class LexiconError(WaqaiError):
    """One or more faults in lexicon files."""

    code = "W-LEX-1"


class GazetteerError(WaqaiError):
    """A gazetteer source or store that cannot be used."""

    code = "W-GAZ-1"


class SourcesError(WaqaiError):
    """One or more faults in a sources file."""

    code = "W-SRC-1"


class FetchError(WaqaiError):
    """Something outside that could not be had."""

    code = "W-FET-1"


class RefusedError(FetchError):
    """Something outside that we do not ask for or do not take."""

    code = "W-FET-2"


class PutOffError(FetchError):
    """A host asks to be left alone for a while."""

    code = "W-FET-3"


class ArchiveError(WaqaiError):
    """An archive of originals that cannot be used, or is not what was written."""

    code = "W-ARC-1"


class ArchiveBusyError(ArchiveError):
    """Another run is writing to the archive."""

    code = "W-ARC-2"


class OutputError(WaqaiError):
    """Standard output cannot be written to."""

    code = "W-OUT-1"


class ReaderGoneError(OutputError):
    """Whoever read standard output has ended (``| head``): no fault, and nobody is told."""

    code = "W-OUT-2"


class SettingError(WaqaiError):
    """An option, setting or path that cannot work."""

    code = "W-SET-1"


class StoreError(WaqaiError):
    """A store that cannot be opened, or does not hold what was asked for."""

    code = "W-STO-1"


class StaleError(StoreError):
    """Someone else changed the incident in the meantime."""

    code = "W-STO-2"


class DecisionError(StoreError):
    """A decision that cannot be made."""

    code = "W-STO-3"
