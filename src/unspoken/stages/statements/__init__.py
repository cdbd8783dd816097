"""Statements: who holds, says, writes or reads what of whose heart, as the words have it, before any reasoning."""

from __future__ import annotations

from unspoken.document import Document
from unspoken.layers.keys import (
    CHARACTERS,
    CLAUSES,
    DOCUMENTS,
    FEELINGS,
    PARAGRAPHS,
    PROPOSALS,
    QUOTES,
    SCENES,
    SENTENCES,
    STATEMENTS,
)
from unspoken.layers.statements import Statement
from unspoken.pipeline import Stage
from unspoken.stages.statements.ended.belied import belied
from unspoken.stages.statements.ended.deeds import deeds
from unspoken.stages.statements.ended.forestalled import forestalled
from unspoken.stages.statements.ended.hearing import hearers
from unspoken.stages.statements.ended.learning import learned
from unspoken.stages.statements.ended.retorts import retorts
from unspoken.stages.statements.ended.revising import revised
from unspoken.stages.statements.ended.verdicts import verdicts
from unspoken.stages.statements.held.answers import answers
from unspoken.stages.statements.held.asked_inwardly import asked_inwardly
from unspoken.stages.statements.held.awareness import awareness
from unspoken.stages.statements.held.conduct import conduct
from unspoken.stages.statements.held.confronted import confronted
from unspoken.stages.statements.held.dawned import dawned
from unspoken.stages.statements.held.endeared import endeared
from unspoken.stages.statements.held.foreseen import foreseen
from unspoken.stages.statements.held.hedged import hedged
from unspoken.stages.statements.held.informed import informed
from unspoken.stages.statements.held.known import known
from unspoken.stages.statements.held.misjudging import misjudging
from unspoken.stages.statements.held.moods import in_dispute
from unspoken.stages.statements.held.narrated import hearts, moods
from unspoken.stages.statements.held.plain import statements
from unspoken.stages.statements.held.presumed import presumed
from unspoken.stages.statements.held.reflected import reflected
from unspoken.stages.statements.held.rhetorical import rhetorical
from unspoken.stages.statements.held.sensed import sensed
from unspoken.stages.statements.held.slighted import slighted
from unspoken.stages.statements.held.supposing import supposing
from unspoken.stages.statements.held.suspected import suspected
from unspoken.stages.statements.joined import joined_on
from unspoken.stages.statements.lacked.allowed import allowed
from unspoken.stages.statements.lacked.hidden import hidden
from unspoken.stages.statements.lacked.kept_quiet import kept_quiet
from unspoken.stages.statements.lacked.misread import misread
from unspoken.stages.statements.lacked.owned_up import owned_up
from unspoken.stages.statements.lacked.secrets import secrets
from unspoken.stages.statements.lacked.undeceived import undeceived
from unspoken.stages.statements.lacked.unseen import unseen
from unspoken.stages.statements.lacked.untold import untold
from unspoken.stages.statements.lacked.unwitting import unwitting
from unspoken.stages.statements.linked import linked
from unspoken.stages.statements.proposed import proposed
from unspoken.stages.statements.reader import Reader
from unspoken.stages.statements.unmeant import meant_so

READS = (PARAGRAPHS, SENTENCES, CLAUSES, CHARACTERS, QUOTES, SCENES, DOCUMENTS, FEELINGS, PROPOSALS)

STATED = (
    statements,
    hearts,
    moods,
    sensed,
    conduct,
    misjudging,
    presumed,
    rhetorical,
    asked_inwardly,
    supposing,
    foreseen,
    suspected,
    known,
    informed,
    dawned,
    endeared,
    slighted,
    confronted,
)
ON_STATED = (verdicts, hearers, retorts, deeds, belied)  # what follows from what was stated before
LACKED = (unseen, hidden, unwitting, owned_up, allowed, learned, secrets, undeceived, untold, misread, kept_quiet)


def find_statements(document: Document) -> tuple[Statement, ...]:
    """All that the words state, in text order; what is said of a statement comes after it."""
    if not document[SCENES]:
        return ()
    reader = Reader(document)
    first = (s for find in STATED for s in find(reader))
    found = sorted((*first, *proposed(reader.people, document)), key=_place)
    found = sorted((*found, *answers(reader, found)), key=_place)
    found = sorted((*found, *reflected(reader, found)), key=_place)
    found = [*hedged(reader, found)]
    more = (s for find in LACKED for s in find(reader))
    found = sorted((*found, *(s for find in ON_STATED for s in find(reader, found)), *more), key=_place)
    found = [*forestalled(reader, found)]
    found = sorted((*found, *awareness(reader, [s for s in found if not _told_error(reader, s)])), key=_place)
    found = [s for s in found if linked(reader, s) and meant_so(reader, s) and not joined_on(reader, s)]
    told = tuple(in_dispute(found, reader.together, lambda at: reader.spoken.at(at) is not None))
    return tuple(sorted((*revised(reader, told), *told), key=_place))  # it was so before they found it


STAGE = Stage("statements", "14", READS, STATEMENTS, find_statements)


def _told_error(reader: Reader, s: Statement) -> bool:
    """Whether the narration tells of an error: of whom it was, they may never have known."""
    return s.kind == "ignorant" and s.stance == "believes" and reader.spoken.at(s.start) is None


def _place(s: Statement) -> tuple[int, int]:
    return s.start, s.end
