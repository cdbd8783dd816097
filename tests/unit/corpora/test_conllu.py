"""Treebanks in CoNLL-U."""

from __future__ import annotations

from pathlib import Path

from unspoken.corpora.conllu import Sentence, read_conllu, split_gum

TEXT = """\
# text = Don't stop.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVBP\tMood=Imp\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
2.1\twe\twe\tPRON\tPRP\t_\t_\t_\t_\t_
3\tstop\tstop\tVERB\tVB\t_\t0\troot\t_\t_

# nothing but a remark
"""


def test_words_alone_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(TEXT, encoding="utf-8")
    assert list(read_conllu(path)) == [
        Sentence(
            ("Do", "n't", "stop"), ("do", "not", "stop"), ("AUX", "PART", "VERB"), ("Mood=Imp", "_", "_"),
            (2, 2, -1), ("aux", "advmod", "root"),
        )
    ]  # fmt: skip


def test_of_each_genre_the_two_last_are_held_out(tmp_path: Path) -> None:
    for name in ("GUM_bio_c", "GUM_bio_a", "GUM_bio_b", "GUM_news_x", "other"):
        (tmp_path / f"{name}.conllu").touch()
    train, held = split_gum(tmp_path)
    assert [p.stem for p in train] == ["GUM_bio_a"]
    assert [p.stem for p in held] == ["GUM_bio_b", "GUM_bio_c", "GUM_news_x"]
