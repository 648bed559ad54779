"""Mentions into reports, step by step; ``coder.py`` walks the steps, each a folder.

``clause`` cuts the text so that one clause tells one act; ``deed`` says what was done and how; ``side`` who did it and to
whom; ``act`` puts that together, with place and toll, into the draft of one act; ``setting`` resolves its day and place;
``story`` joins drafts that tell the same act; ``verdict`` decides type, sides, toll and outcome, and how sure that is.
"""
