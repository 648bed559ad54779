"""Characters in, and the way back: folding, evasive spelling, tokens and sentences."""

from waqai.text.evasive import mend
from waqai.text.fold import Folded, fold, fold_key, fold_letters
from waqai.text.offsets import OffsetMap
from waqai.text.segment import Token, sentences, tokenize

__all__ = ["Folded", "OffsetMap", "Token", "fold", "fold_key", "fold_letters", "mend", "sentences", "tokenize"]
