"""Figures: what is drawn is what the story holds, hatched only where belief and truth part, and the same twice."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.wrong_door import GAPS, IVO, JUNE, NELL, OKAFOR, SCENES, bare, story
from unspoken.errors import MissingLibrary, UnspokenError
from unspoken.story import Story
from unspoken.views.arcs import arcs as arcs_of
from unspoken.views.network import network as network_of

matplotlib = pytest.importorskip("matplotlib")

from matplotlib.axes import Axes  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.colors import to_hex  # noqa: E402

from unspoken.adapters.figures import arcs, course, figure, network  # noqa: E402
from unspoken.adapters.figures.axis import Axis, rows  # noqa: E402
from unspoken.adapters.figures.layout import layout  # noqa: E402
from unspoken.adapters.figures.names import person, short  # noqa: E402
from unspoken.adapters.figures.sheet import COLD, WARM, Sheet, colour  # noqa: E402
from unspoken.exports.outline import Guide  # noqa: E402

HATCHES = "////"


def hatched(at: Axes) -> list[tuple[float, float, float, float]]:
    """Left, right, bottom and top of each hatched area."""
    boxes = [c.get_datalim(at.transData) for c in at.collections if c.get_hatch() == HATCHES]
    return [tuple(round(float(v), 3) for v in (b.x0, b.x1, b.y0, b.y1)) for b in boxes]  # type: ignore[misc]


def points(at: Axes, label: str) -> list[tuple[float, float]]:
    (line,) = [made for made in at.lines if made.get_label() == label]
    return [(round(float(x), 3), float(y)) for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)]


def words(drawn: Sheet) -> str:
    """Everything that is written on a figure."""
    texts = [*drawn.texts, *(t for at in drawn.axes for t in at.texts)]
    for at in drawn.axes:
        texts += [*at.get_xticklabels(), *at.get_yticklabels()]
        if key := at.get_legend():
            texts += key.get_texts()
    return "\n".join(" ".join(t.get_text().split()) for t in texts)


def svg(drawn: Sheet) -> bytes:
    out = BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "unspoken"}):
        drawn.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()


def changed(**fields: Any) -> Story:
    return msgspec.structs.replace(story(), **fields)


def x(offset: int) -> float:
    """Where an offset stands: scenes are one unit each."""
    scene = max((n for n, s in enumerate(SCENES) if s.start <= offset), default=0)
    inside = (offset - SCENES[scene].start) / (SCENES[scene].end - SCENES[scene].start)
    return round(scene + min(1.0, max(0.0, inside)), 3)


# the course


def test_a_solid_line_is_what_is_felt_and_a_dashed_one_what_it_is_taken_for() -> None:
    hers, his = course(story(), "Nell", "Ivo").axes
    moments = story().relationships[0].timeline
    levels = [(m.start, m.valence.a) for m in moments if m.valence.a is not None]
    starts = [(x(start), value) for start, value in levels]
    assert points(hers, "what Nell feels for Ivo")[::2] == starts
    assert points(hers, "what Nell feels for Ivo")[-1] == (5, 0.9)
    b1, b3 = story().beliefs[0], story().beliefs[2]
    assert b1.ended_by is not None
    assert points(his, "what Nell takes it for") == [
        (x(b1.start), -0.45), (x(b1.ended_by.start), -0.45), (x(b3.start), 0.9), (5, 0.9),
    ]  # fmt: skip
    assert [line.get_linestyle() for line in his.lines if line.get_label() == "what Nell takes it for"] == ["--"]


def test_the_space_is_hatched_where_a_gap_is_and_nowhere_else() -> None:
    hers, his = course(story(), NELL, IVO).axes
    b1, g1, g3 = story().beliefs[0], GAPS[0], GAPS[2]
    assert g1.closed_by is not None
    assert hatched(his)[0] == (x(b1.start), x(g1.closed_by.start), -0.45, 0.8)
    assert hatched(his)[1][:2] == (x(g3.truth.start), 5)
    assert len(hatched(his)) == 2
    assert len(hatched(hers)) == 1
    without = course(changed(gaps=()), NELL, IVO)
    assert [hatched(at) for at in without.axes] == [[], []]
    assert "the unspoken" not in words(without)


def test_where_nothing_is_known_of_what_lies_apart_the_whole_height_is_hatched_and_no_line_is_drawn() -> None:
    one = msgspec.structs.replace(GAPS[1], belief=None)
    (hers,) = course(changed(gaps=(one,), relationships=(), beliefs=()), NELL, IVO).axes
    (low, high) = hatched(hers)[0][2:]
    assert low < -1
    assert high > 1
    assert not [line for line in hers.lines if line.get_linewidth() > 2 and len(line.get_xdata())]
    assert "Ivo is wrong here" in words(hers.figure)  # type: ignore[arg-type]


def test_beside_a_gap_that_is_drawn_one_of_which_less_is_known_is_a_strip() -> None:
    other = msgspec.structs.replace(GAPS[1], holder=NELL, about=IVO, belief=None)
    his = course(changed(gaps=(GAPS[0], other)), NELL, IVO).axes[1]
    (_, _, low, high), (_, _, bottom, top) = hatched(his)
    assert (low, high) == (-0.45, 0.8)
    assert bottom < top < low


def test_it_says_in_words_who_is_wrong_about_whom_and_which_words_show_it() -> None:
    said = words(course(story(), NELL, IVO))
    assert "Nell believes that Ivo does not love her. Ivo does." in said
    assert "“Nell understood that he did not love her" in said
    assert "In truth, scene 4: “I have loved you since the ferry strike" in said
    assert "what Nell believes" in said
    assert "what Ivo feels, in truth" in said
    assert "Nell and Ivo" in said


def test_events_are_flagged_and_where_each_learns_it() -> None:
    said = words(course(story(), NELL, IVO)).split("\n")
    for flag in ("part", "confess", "apologise", "kiss", "the reader knows (1)", "Nell learns it (1)", "Ivo learns it"):
        assert flag in said


def test_who_is_named_first_is_drawn_first() -> None:
    assert "What Ivo feels" not in words(course(changed(gaps=()), IVO, NELL)).partition("What Nell feels for Ivo")[2]


def test_a_heart_of_which_nothing_is_told_has_a_sentence() -> None:
    drawn = course(story(), NELL, OKAFOR)
    assert drawn.axes == []
    assert "Nothing is told of what Nell feels for Mr Okafor." in words(drawn)
    assert "Nothing is told of what Mr Okafor feels for Nell." in words(drawn)


def test_many_gaps_are_numbered_three_are_told_and_all_are_hatched() -> None:
    many = tuple(msgspec.structs.replace(GAPS[0], id=f"g{n}", severity=0.9 - n / 10) for n in range(5))
    drawn = course(changed(gaps=many), NELL, IVO)
    assert len(hatched(drawn.axes[1])) == 5
    said = words(drawn).split("\n")
    assert "3 Nell believes that Ivo does not love her. Ivo does." in said
    assert "… and 2 more." in said
    assert {"1", "2", "3"} <= {t.get_text() for t in drawn.axes[1].texts}
    assert {"Nell learns it (1, 2, 3)", "the reader knows (1, 2, 3)"} <= set(said)


# the network


def test_each_half_of_a_line_says_what_the_nearer_one_feels() -> None:
    (at,) = network(story()).axes
    circles = {
        t.get_text(): line for t, line in zip(at.texts, [m for m in at.lines if m.get_marker() == "o"], strict=True)
    }
    assert list(circles) == ["Nell", "Ivo", "June", "Mr Okafor"]
    place = {name: (line.get_xdata()[0], line.get_ydata()[0]) for name, line in circles.items()}
    halves = [m for m in at.lines if m.get_marker() != "o"]
    assert len(halves) == 2 * len(network_of(story()).edges)
    june = next(m for m in halves if (m.get_xdata()[0], m.get_ydata()[0]) == place["June"] and m.get_color() == COLD)
    assert june.get_linestyle() == "--"
    assert june.get_xdata()[1] == pytest.approx((place["June"][0] + place["Ivo"][0]) / 2)
    assert {m.get_color() for m in halves if (m.get_xdata()[0], m.get_ydata()[0]) == place["Nell"]} >= {WARM}
    sizes = {name: line.get_markersize() for name, line in circles.items()}
    assert sizes["Nell"] > sizes["Ivo"] > sizes["June"]


def test_as_of_a_scene_nobody_is_there_who_comes_later_and_nobody_has_moved() -> None:
    def places(drawn: Sheet) -> dict[str, tuple[float, float]]:
        circles = [m for m in drawn.axes[0].lines if m.get_marker() == "o"]
        texts = [t.get_text() for t in drawn.axes[0].texts]
        return {t: (m.get_xdata()[0], m.get_ydata()[0]) for t, m in zip(texts, circles, strict=True)}

    whole, early = places(network(story())), places(network(story(), "s1"))
    assert set(early) == {"Nell", "Ivo"}
    assert early == {name: whole[name] for name in early}
    assert "at the end of scene 1" in words(network(story(), "s1"))


def test_twenty_people_are_drawn_who_are_in_most_scenes() -> None:
    extra = tuple(msgspec.structs.replace(story().characters[0], id=f"x{n}", name=f"Extra {n}") for n in range(30))
    drawn = network(changed(characters=(*extra, *story().characters)))
    assert len([m for m in drawn.axes[0].lines if m.get_marker() == "o"]) == 20
    assert {"Nell", "Ivo", "June", "Mr Okafor"} <= {t.get_text() for t in drawn.axes[0].texts}
    assert "the 20 who are in most scenes, of 34" in words(drawn)


@settings(deadline=None, max_examples=50)
@given(
    st.integers(0, 12),
    st.dictionaries(st.tuples(st.integers(0, 12), st.integers(0, 12)), st.floats(0.1, 20), max_size=30),
)
def test_everybody_has_a_place_on_the_paper_of_their_own(number: int, tied: dict[tuple[int, int], float]) -> None:
    people = [f"c{n}" for n in range(number)]
    ties = {(f"c{a}", f"c{b}"): strength for (a, b), strength in tied.items() if a != b}
    places = layout(people, ties, 8.0, 5.0)
    assert list(places) == people
    assert all(0 <= a <= 8 and 0 <= b <= 5 for a, b in places.values())
    assert len(set(places.values())) == number
    assert places == layout(people, ties, 8.0, 5.0)


def test_who_has_much_to_do_with_each_other_stands_close() -> None:
    places = layout(["a", "b", "c"], {("a", "b"): 9.0, ("b", "c"): 0.1, ("a", "c"): 0.1}, 8.0, 8.0)

    def apart(one: str, two: str) -> float:
        return ((places[one][0] - places[two][0]) ** 2 + (places[one][1] - places[two][1]) ** 2) ** 0.5

    assert apart("a", "b") < min(apart("a", "c"), apart("b", "c"))


# the arcs


def test_there_is_a_small_drawing_for_everybody_and_for_each_of_the_main_people() -> None:
    drawn = arcs(story())
    said = words(drawn)
    assert "Everybody together" in said
    assert "Nell" in said.split("\n")
    assert "June" not in said.split("\n")  # one point is no arc
    assert len(drawn.axes) == 1 + len([a for a in arcs_of(story()) if a.character and len(a.points) > 1])


def test_a_triangle_is_the_mean_of_a_scene_and_points_down_where_it_is_sad() -> None:
    (at,) = arcs(story(), ["Nell"]).axes
    arc = next(a for a in arcs_of(story()) if a.character == NELL)
    marks = [(m.get_xdata()[0], m.get_ydata()[0], m.get_marker()) for m in at.lines if m.get_marker() in ("^", "v")]
    assert marks == [(p.scene + 0.5, p.valence, "v" if (p.valence or 0) < 0 else "^") for p in arc.points]
    pieces = [m for m in at.lines if m.get_marker() == "None" and to_hex(m.get_color()) == colour(0)]
    assert len(pieces) == len(arc.points) - 1
    jumps = [b.scene - a.scene > 1 for a, b in pairwise(arc.points)]
    assert [m.get_linestyle() != "-" for m in pieces] == jumps
    assert "relief" in words(at.figure)  # type: ignore[arg-type]


def test_who_is_named_is_drawn_without_any_feelings_too() -> None:
    drawn = arcs(story(), ["june", OKAFOR, "June", IVO])
    assert len(drawn.axes) == 3
    nobody = arcs(changed(feelings=()), [NELL])
    assert "no feelings are told" in words(nobody)


# all of them


@pytest.mark.parametrize("kind", ["course", "network", "arcs"])
def test_the_same_story_gives_the_same_bytes(kind: str) -> None:
    people = (NELL, IVO) if kind == "course" else ()
    made = [svg(figure(story(), kind, *people)) for _ in range(2)]  # type: ignore[arg-type]
    assert made[0] == made[1]
    assert b"nan" not in made[0]


@pytest.mark.parametrize("text", ["", "Rain fell."])
def test_a_story_in_which_nothing_was_found(text: str) -> None:
    assert "Nobody is found in this story." in words(network(bare(text)))
    assert "No feelings are told in this story." in words(arcs(bare(text)))
    svg(network(bare(text)))
    svg(arcs(bare(text)))


def test_a_story_without_scenes_is_drawn_by_its_length() -> None:
    whole = changed(scenes=())
    for drawn in (course(whole, NELL, IVO), network(whole), arcs(whole)):
        svg(drawn)


def test_names_are_never_read_as_mathematics() -> None:
    odd = r"$\frac{1$ & <Nell>"
    people = (msgspec.structs.replace(story().characters[0], name=odd), *story().characters[1:])
    whole = changed(characters=people, source=msgspec.structs.replace(story().source, title="$x^"))
    for drawn in (course(whole, NELL, IVO), network(whole), arcs(whole)):
        svg(drawn)
        assert odd in words(drawn)


@pytest.mark.parametrize(
    "names", [("Nell", "Ivo"), ("Wilhelmina Ottoline van der Berg", "Commodore Mowbray-Wemmick the Elder")]
)
def test_all_words_are_on_the_sheet(names: tuple[str, str]) -> None:
    people = tuple(
        msgspec.structs.replace(c, name=name, aliases=())
        for c, name in zip(story().characters, (*names, "June", "Mr Okafor"), strict=True)
    )
    whole = changed(characters=people)
    for drawn in (course(whole, NELL, IVO), network(whole), arcs(whole)):
        renderer = FigureCanvasAgg(drawn).get_renderer()
        drawn.draw(renderer)
        keys = [key.get_window_extent(renderer) for at in drawn.axes if (key := at.get_legend())]
        written = [t for t in (*drawn.texts, *(t for at in drawn.axes for t in at.texts)) if t.get_text()]
        for box in (*keys, *(t.get_window_extent(renderer) for t in written)):
            assert drawn.bbox.x0 <= box.x0 < box.x1 <= drawn.bbox.x1, box
            assert drawn.bbox.y0 <= box.y0 < box.y1 <= drawn.bbox.y1, box


def test_a_notebook_shows_it_and_pyplot_is_left_alone() -> None:
    code = (
        "import sys\nfrom tests.stories.wrong_door import story\n"
        "for kind, people in (('course', ('Nell', 'Ivo')), ('network', ()), ('arcs', ())):\n"
        "    image, size = story().figure(kind, *people)._repr_png_()\n"
        "    assert image[:4] == b'\\x89PNG' and size['width'] == 960, size\n"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    root = Path(__file__).parents[3]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert ran.stdout.strip() == "False"


def test_a_story_makes_its_figures() -> None:
    assert isinstance(story().figure("course", "nell", "her brother"), matplotlib.figure.Figure)
    assert "at the end of scene 2" in words(story().figure("network", scene="s2"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "people", "scene", "told"),
    [
        ("pie", (), None, "no figure of 'pie'; ask for 'course', 'network' or 'arcs'"),
        ("course", ("Nell",), None, "between two people; 1 named"),
        ("course", ("Nell", "nell"), None, "'Nell' and 'nell' are both Nell"),
        ("course", ("Nell", "Ivan"), None, r"nobody in this story is called 'Ivan'; the nearest are: Ivo \(ivo\)"),
        ("network", ("Nell",), None, "a network is of all people"),
        ("network", (), "s99", "no scene of this story"),
        ("arcs", ("Nobody at all",), None, "nobody in this story is called 'Nobody at all'"),
        ("arcs", (), "s1", "only 'network' takes a scene"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(
    kind: Any, people: tuple[str, ...], scene: str | None, told: str
) -> None:
    with pytest.raises(UnspokenError, match=told):
        story().figure(kind, *people, scene=scene)


def test_what_is_not_installed_is_named_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for kind, people in (("course", (NELL, IVO)), ("network", ()), ("arcs", ())):
        with pytest.raises(MissingLibrary, match=r"pip install 'unspoken\[figures\]'"):
            figure(story(), kind, *people)  # type: ignore[arg-type]


# names


def test_somebody_is_found_by_id_name_or_alias_whatever_the_capitals() -> None:
    guide = Guide(story())
    for who in ("ivo", "IVO", " Ivo ", "Her  Brother"):
        assert person(guide, who).id == IVO
    june = msgspec.structs.replace(story().characters[2], aliases=("Nell",))
    assert person(Guide(changed(characters=(*story().characters[:2], june))), "Nell").id == NELL


def test_a_name_that_several_have_is_refused_with_their_ids() -> None:
    twin = msgspec.structs.replace(story().characters[2], id="june2")
    with pytest.raises(UnspokenError, match=r"any of June \(june\), June \(june2\)"):
        person(Guide(changed(characters=(*story().characters, twin))), "JUNE")
    assert person(Guide(changed(characters=(*story().characters, twin))), JUNE).id == JUNE


def test_in_a_story_without_people_nobody_is_near() -> None:
    with pytest.raises(UnspokenError, match="the nearest are: nobody"):
        person(Guide(bare()), "Ada")


def test_a_long_name_is_cut() -> None:
    assert short("Wilhelmina Ottoline van der Berg the Third") == "Wilhelmina Ottoline van d…"
    assert short("Ada") == "Ada"


# places on the axis


@given(st.integers(-5, 10_000))
def test_offsets_go_from_left_to_right(offset: int) -> None:
    axis = Axis(story())
    assert 0 <= axis.x(offset) <= axis.x(offset + 7) <= axis.right == axis.x(None)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 20)), max_size=20), st.integers(1, 4))
def test_labels_of_a_row_never_touch(labels: list[tuple[float, float]], most: int) -> None:
    placed = rows(labels, most)
    assert all(row is None or row < most for row in placed)
    for row in range(most):
        there = sorted(label for label, at in zip(labels, placed, strict=True) if at == row)
        assert all(left + width < later for (left, width), (later, _) in pairwise(there))
