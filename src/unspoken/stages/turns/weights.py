"""What each sign weighs for a speaker (see `conversation`), as a log weight.

Fitted on LitBank's train part and hidden cues by `unspoken.training.turns`, but where it is said to be chosen by hand.
"""

from __future__ import annotations

CANDIDATES = 8
ACTING = 6.0  # what a deed near the lines weighs among those who may speak there
SURE, NEVER = 9.0, -9.0
CERTAINLY_NOT = -60.0  # of everybody else, where a correction tells the speaker
STRANGER = -2.47  # somebody who is no candidate
PRIOR, PRIOR_TOLD = 1.27, 4.05
PRIOR_ABOUT = 0.45  # fitted without scenes: 0.34
PRIOR_CALLED = 1.5  # for each call by name; chosen by hand on hidden cues (right 223 to 225 of 346)
# for each deed between the lines or right before them, of so many at most; chosen by hand on LitBank and short stories
PRIOR_ACTS, ACTS = 1.0, 4
NARRATION, BEFORE = 2.07, 1.36  # acts in the quotation's paragraph, in the one before
ANNOUNCED = 6.0  # the sentence before tells that this one speaks; chosen by hand
NOT_SELF = -6.0  # nobody calls or turns to themselves
CALLED_NEXT, CALLED_LAST, SPOKEN_OF = 1.9, 0.37, -0.92
TOLD_NEXT = 1.5  # the one whom the cue says it is told to, or turned to, speaks next; chosen by hand
ABSENT, NEARBY = -1.96, 5  # spoken of within so many lines, and no cue or call beside
UNMET = -6.0  # first told of when the talk has been broken off
DEAD = -6.0  # dead before the talk begins, and speaks in it by no cue; chosen by hand
PRONOUN = 4.81  # the one whom the cue's pronoun was resolved to
BEATS, MOST = 0.8, 2.0  # of who acts in the paragraph of "he said"
