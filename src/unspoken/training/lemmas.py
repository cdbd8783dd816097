"""Write the base forms that the rules do not give.

    python -m unspoken.training.lemmas GUM_FOLDER

GUM_FOLDER holds the CoNLL-U files; the last two documents by name of each genre are held out and scored. Writes
`src/unspoken/resources/lemmas.tsv`. A few seconds.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from unspoken.corpora.conllu import Sentence, read_conllu, split_gum
from unspoken.stages.syntax.lemmas import lemma, rule_lemma

OUT = Path(__file__).parents[1] / "resources" / "lemmas.tsv"
HEADER = "# form, part of speech, lemma where rules give another one; from GUM (Zeldes 2017, CC BY 4.0)\n"
NO_LEMMA = ("PROPN", "PUNCT", "SYM", "NUM", "X")


def odd_lemmas(sentences: Iterable[Sentence]) -> str:
    """Lines of words whose usual lemma the rules do not give."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag, base in zip(sentence.words, sentence.pos, sentence.lemmas, strict=True):
            if tag not in NO_LEMMA and word.replace("'", "").isalpha():
                seen[word.lower(), tag][base.lower()] += 1
    usual = {key: max(sorted(bases), key=lambda x: bases[x]) for key, bases in seen.items()}
    return "".join(f"{w}\t{t}\t{x}\n" for (w, t), x in sorted(usual.items()) if rule_lemma(w, t) != x)


def main() -> None:
    """Run from the command line."""
    train, held = split_gum(Path(sys.argv[1]))
    OUT.write_text(HEADER + odd_lemmas(s for path in train for s in read_conllu(path)), encoding="utf-8")
    lemma.cache_clear()
    pairs = [
        (lemma(w, t), x.lower())
        for path in held
        for s in read_conllu(path)
        for w, t, x in zip(s.words, s.pos, s.lemmas, strict=True)
        if t not in NO_LEMMA
    ]
    print("held out", round(sum(a == b for a, b in pairs) / len(pairs), 4))


if __name__ == "__main__":
    main()
